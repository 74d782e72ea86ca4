import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pacer } from '../../jobs/pacer.ts';
import { quoteText } from '../quote.ts';
import { streamDoubles } from './streamDoubles.ts';

export interface SegmentLabels {
  readonly segment: number;
  readonly truth: string;
  readonly guess: string;
  readonly rows: number;
}

/** Counts rows by segment, true and predicted class. */
export async function countSegmentLabels(
  connection: DuckDBConnection,
  { view, code, truth, guess }: { view: string; code: string; truth: string; guess: string },
): Promise<SegmentLabels[]> {
  const rows = `select (${code})::double as segment, ${truth} as truth, ${guess} as guess from ${view}`;
  const read = await connection.runAndReadAll(
    `select segment, truth, guess, count(*)::double from (${rows}) where truth is not null and guess is not null group by all order by all`,
  );
  return read.getRows().map((row) => ({ segment: Number(row[0]), truth: String(row[1]), guess: String(row[2]), rows: Number(row[3]) }));
}

/** One distinct probability of a segment: its rows, those of the class, and of both those that are called so. */
export interface SegmentScore {
  readonly segment: number;
  readonly score: number;
  readonly all: number;
  readonly positives: number;
  readonly called: number;
  readonly calledPositives: number;
}

/** Streams the distinct probabilities of each segment from the highest down; memory does not grow with rows. */
export async function streamSegmentScores(
  connection: DuckDBConnection,
  request: { view: string; code: string; truth: string; score: string; called: string; positive: string },
  take: (score: SegmentScore) => void,
  pacer: Pacer,
): Promise<void> {
  const { view, code, truth, score, called, positive } = request;
  const rows = `select (${code})::double as segment, ${truth} as truth, ${score} + 0.0 as score, ${called} as called from ${view}`;
  const isPositive = `truth = ${quoteText(positive)}`;
  const counts = ['true', isPositive, 'called', `called and ${isPositive}`].map((condition) => `(count(*) filter (${condition}))::double`);
  const sql = `select segment, score, ${counts.join(', ')} from (${rows}) where truth is not null and isfinite(score) group by segment, score order by segment, score desc`;
  await streamDoubles(
    connection,
    sql,
    ([segment, at, all, positives, calledAll, calledPositives], length) => {
      for (let row = 0; row < length; row++) {
        const numbers = { all: all![row]!, positives: positives![row]!, called: calledAll![row]!, calledPositives: calledPositives![row]! };
        take({ segment: segment![row]!, score: at![row]!, ...numbers });
      }
    },
    pacer,
  );
}
