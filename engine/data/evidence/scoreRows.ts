import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pacer } from '../../jobs/pacer.ts';
import { quoteText } from '../quote.ts';
import { streamDoubles } from './streamDoubles.ts';

/** The rows of one chunk that share a probability. */
export interface ScoreRows {
  readonly score: number;
  /** Number of the chunk; −1 for rows that are in none. */
  readonly chunk: number;
  readonly rows: number;
  /** Of them, those whose true class is known. */
  readonly labelled: number;
  readonly positives: number;
  /** Of each of the three, those that the model calls positive. */
  readonly called: number;
  readonly calledLabelled: number;
  readonly calledPositives: number;
}

export interface ScoreRequest {
  readonly view: string;
  readonly score: string;
  /** SQL of whether the model calls the row positive; a row for which it is null is left out. */
  readonly called: string;
  /** SQL of the true class as text; null where the side has none. */
  readonly truth: string | null;
  readonly positive: string;
  /** SQL of the number of the chunk. */
  readonly chunk: string;
  readonly onlyLabelled: boolean;
}

function scoreSql({ view, score, called, truth, positive, chunk, onlyLabelled }: ScoreRequest): string {
  const rows = `select ${truth ?? 'null::varchar'} as truth, ${score} + 0.0 as score, ${called} as called, ${chunk} as chunk from ${view}`;
  const isPositive = `truth = ${quoteText(positive)}`;
  const counts = ['true', 'truth is not null', isPositive, 'called', 'called and truth is not null', `called and ${isPositive}`];
  const counted = counts.map((condition) => `(count(*) filter (${condition}))::double`).join(', ');
  const where = `isfinite(score) and called is not null${onlyLabelled ? ' and truth is not null' : ''}`;
  return `select score, chunk::double, ${counted} from (${rows}) where ${where} group by score, chunk order by score desc, chunk`;
}

type Numbers = Float64Array;
type Columns = [Numbers, Numbers, Numbers, Numbers, Numbers, Numbers, Numbers, Numbers];

/** Streams the distinct probabilities of each chunk, from the highest down; memory does not grow with rows. */
export async function streamScoreRows(
  connection: DuckDBConnection,
  request: ScoreRequest,
  take: (rows: ScoreRows) => void,
  pacer: Pacer,
): Promise<void> {
  await streamDoubles(
    connection,
    scoreSql(request),
    (columns, length) => {
      const [score, chunk, rows, labelled, positives, called, calledLabelled, calledPositives] = columns as Columns;
      for (let row = 0; row < length; row++) {
        take({
          score: score[row]!,
          chunk: chunk[row]!,
          rows: rows[row]!,
          labelled: labelled[row]!,
          positives: positives[row]!,
          called: called[row]!,
          calledLabelled: calledLabelled[row]!,
          calledPositives: calledPositives[row]!,
        });
      }
    },
    pacer,
  );
}
