import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pacer } from '../../jobs/pacer.ts';
import type { DatasetColumn } from '../dataset.ts';
import { quoteName, quoteText } from '../quote.ts';

/** How classes are written as text, so that 1, 1.0 and (beside numbers) true are one class. */
export interface LabelForm {
  /** Truth values stand beside numbers, and are written as 0 and 1. */
  readonly truthAsNumber: boolean;
  readonly emptyIsMissing: boolean;
}

/** SQL that gives the class of a row as text; null where there is none. */
export function labelExpression({ column, family }: DatasetColumn, form: LabelForm): string {
  const name = quoteName(column);
  if (family === 'boolean') return form.truthAsNumber ? `${name}::int::varchar` : `${name}::varchar`;
  if (family === 'fraction') {
    const x = `${name}::double`;
    const whole = `${x} = trunc(${x}) and abs(${x}) < 1e15`;
    return `case when isfinite(${x}) then case when ${whole} then (${x})::bigint::varchar else ${x}::varchar end end`;
  }
  return form.emptyIsMissing ? `nullif(${name}::varchar, '')` : `${name}::varchar`;
}

export interface LabelPair {
  readonly truth: string;
  readonly guess: string;
  readonly rows: number;
  /** Sum of their weights; the rows where there are none. */
  readonly weight: number;
}

/** Counts rows by true and predicted class, in ascending order; null where there are more than `most` such pairs. */
export async function countLabelPairs(
  connection: DuckDBConnection,
  request: { view: string; truth: string; guess: string; weight: string | null; most: number },
): Promise<LabelPair[] | null> {
  const { view, truth, guess, weight, most } = request;
  const rows = `select ${truth} as truth, ${guess} as guess, ${weight ?? '1'} as weight from ${view}`;
  // Added in ascending order, so that the sum is the same however many threads read.
  const total = weight === null ? 'count(*)::double' : 'fsum(weight order by weight)';
  const read = await connection.runAndReadAll(
    `select truth, guess, count(*)::double, ${total} from (${rows}) where truth is not null and guess is not null group by truth, guess order by truth, guess limit ${most + 1}`,
  );
  const pairs = read
    .getRows()
    .map((row) => ({ truth: String(row[0]), guess: String(row[1]), rows: Number(row[2]), weight: Number(row[3]) }));
  return pairs.length > most ? null : pairs;
}

/** One distinct probability, with the number of rows of the positive class and of the other, or the sums of their weights and both numbers. */
export type ScoreGroup = (
  score: number,
  positives: number,
  negatives: number,
  rows?: { readonly positives: number; readonly negatives: number },
) => void;

/** Streams the distinct probabilities from the highest down; memory does not grow with rows. */
export async function streamScores(
  connection: DuckDBConnection,
  request: { view: string; truth: string; score: string; positive: string },
  take: ScoreGroup,
  pacer: Pacer,
): Promise<void> {
  const { view, truth, score, positive } = request;
  const rows = `select ${truth} as truth, ${score} + 0.0 as score from ${view}`;
  const result = await connection.stream(
    `select score, (count(*) filter (truth = ${quoteText(positive)}))::double, count(*)::double from (${rows}) where truth is not null and isfinite(score) group by score order by score desc`,
  );
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    const [scores, positives, all] = [chunk.getColumnVector(0), chunk.getColumnVector(1), chunk.getColumnVector(2)];
    for (let row = 0; row < chunk.rowCount; row++) {
      const found = positives.getItem(row) as number;
      take(scores.getItem(row) as number, found, (all.getItem(row) as number) - found);
    }
    await pacer.pause();
  }
}
