import type { ScoreRows } from '../data/evidence/scoreRows.ts';
import { spreadOver } from '../stats/spreadOver.ts';

/** Gathers the parts of one probability, which come one after the other, and hands them over together. */
export class PartsOfScore {
  private parts: ScoreRows[] = [];

  constructor(private readonly use: (score: number, parts: readonly ScoreRows[]) => void) {}

  readonly take = (part: ScoreRows): void => {
    if (this.parts[0] !== undefined && this.parts[0].score !== part.score) this.finish();
    this.parts.push(part);
  };

  finish(): void {
    const [first] = this.parts;
    if (first !== undefined) this.use(first.score, this.parts);
    this.parts = [];
  }
}

export type RowCounts = Omit<ScoreRows, 'score' | 'chunk'>;

const fields = ['rows', 'labelled', 'positives', 'called', 'calledLabelled', 'calledPositives'] as const;

export function pooledRows(parts: readonly RowCounts[]): RowCounts {
  const sum = { rows: 0, labelled: 0, positives: 0, called: 0, calledLabelled: 0, calledPositives: 0 };
  for (const part of parts) for (const field of fields) sum[field] += part[field];
  return sum;
}

/** Deals labelled rows of one probability out over chunks at random. */
export function dealIntoChunks(part: ScoreRows, chunks: number, random: () => number): ScoreRows[] {
  const { score, rows, positives, called, calledPositives } = part;
  const calledNegatives = called - calledPositives;
  const dealt = [calledPositives, calledNegatives, positives - calledPositives, rows - positives - calledNegatives].map((count) =>
    spreadOver(count, chunks, random),
  );
  return Array.from({ length: chunks }, (_, chunk) => {
    const [hits, alarms, misses, quiet] = dealt.map((each) => each[chunk]!) as [number, number, number, number];
    const all = hits + alarms + misses + quiet;
    return {
      score,
      chunk,
      rows: all,
      labelled: all,
      positives: hits + misses,
      called: hits + alarms,
      calledLabelled: hits + alarms,
      calledPositives: hits,
    };
  }).filter((each) => each.rows > 0);
}
