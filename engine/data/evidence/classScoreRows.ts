import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pacer } from '../../jobs/pacer.ts';
import { quoteText } from '../quote.ts';
import { streamDoubles } from './streamDoubles.ts';

/** Groups of rows that agree in every probability, in the predicted and the true class and in the chunk; one array a thing. */
export interface ClassRowBlock {
  readonly groups: number;
  /** One array a class, in the order that was asked for. */
  readonly scores: readonly Float64Array[];
  /** Index of the predicted class; −1 for a class that was not asked for. */
  readonly guess: Float64Array;
  /** Index of the true class; −1 where it is not known. */
  readonly truth: Float64Array;
  /** Number of the chunk; −1 for rows that are in none. */
  readonly chunk: Float64Array;
  /** Whole, below 2³²; the same for the same values in every pass. */
  readonly seed: Float64Array;
  readonly rows: Float64Array;
}

export interface ClassRowRequest {
  readonly view: string;
  /** The classes, and SQL of the probability of each. */
  readonly labels: readonly string[];
  readonly scores: readonly string[];
  /** SQL of the predicted class as text; a row for which it is null is left out. */
  readonly guess: string;
  /** SQL of the true class as text; null where the side has none. */
  readonly truth: string | null;
  /** SQL of the number of the chunk. */
  readonly chunk: string;
  readonly onlyLabelled: boolean;
  /** Index of the class by whose probability rows come, from the highest down. */
  readonly by: number;
}

function classRowSql({ view, labels, scores, guess, truth, chunk, onlyLabelled, by }: ClassRowRequest): string {
  const names = scores.map((_, index) => `s${index}`);
  const indexOf = (label: string): string =>
    `case ${label} ${labels.map((each, index) => `when ${quoteText(each)} then ${index}`).join(' ')} else -1 end`;
  const probabilities = scores.map((score, index) => `${score} + 0.0 as s${index}`).join(', ');
  const raw = `select ${probabilities}, ${guess} as guess, ${truth ?? 'null::varchar'} as truth, ${chunk} as chunk from ${view}`;
  const where = [...names.map((name) => `isfinite(${name})`), 'guess is not null', ...(onlyLabelled ? ['truth is not null'] : [])];
  const places = `${indexOf('guess')} as guessed, ${indexOf('truth')} as came_true`;
  const placed = `select ${names.join(', ')}, ${places}, chunk from (${raw}) where ${where.join(' and ')}`;
  const keys = [...names, 'guessed', 'came_true', 'chunk'];
  const counted = `select ${keys.join(', ')}, count(*) as n from (${placed}) group by ${keys.join(', ')}`;
  const seed = `(hash(${keys.slice(0, -1).join(', ')}) % 4294967296)::double`;
  const order = [`s${by} desc`, ...keys].join(', ');
  return `select ${names.join(', ')}, guessed::double, came_true::double, chunk::double, ${seed}, n::double from (${counted}) order by ${order}`;
}

/** Streams the groups of rows by the probability of one class, from the highest down; memory does not grow with rows here. */
export async function streamClassRows(
  connection: DuckDBConnection,
  request: ClassRowRequest,
  take: (block: ClassRowBlock) => void,
  pacer: Pacer,
): Promise<void> {
  const classes = request.scores.length;
  await streamDoubles(
    connection,
    classRowSql(request),
    (columns, groups) => {
      const [guess, truth, chunk, seed, rows] = columns.slice(classes) as [
        Float64Array,
        Float64Array,
        Float64Array,
        Float64Array,
        Float64Array,
      ];
      take({ groups, scores: columns.slice(0, classes), guess, truth, chunk, seed, rows });
    },
    pacer,
  );
}
