import type { ColumnContribution } from '#shared/domain/explanation.ts';
import { seededRandom } from '#shared/lib/random.ts';
import { meanAndError } from '../../stats/meanAndError.ts';
import type { ExplainedModel } from './explainedModel.ts';
import { shapleyOfPairs, type KnownRows, type RowPair } from './shapleyOfPairs.ts';

/** Contributions of the columns to the predictions of some rows. */
export interface Contributions {
  /** By explained number, by row: one value a column of the data. They and the base sum to the prediction. */
  readonly values: readonly (readonly Float64Array[])[];
  /** The same shape: standard errors over the background. */
  readonly errors: readonly (readonly Float64Array[])[];
  /** By explained number: mean prediction of the background. */
  readonly base: readonly number[];
}

export interface ContributionWork {
  readonly rows: KnownRows;
  readonly background: KnownRows;
  readonly permutations: number;
  readonly seed: number;
  readonly progress: (share: number) => void;
}

const meanOf = (values: Float64Array): number => meanAndError(values).mean;

/**
 * SHAP values of rows by permutations: for each row and each background row the columns take the row's values one after the
 * other, in random orders and their reverses; what each adds is averaged over background and orders.
 */
export async function contributionsOf(model: ExplainedModel, work: ContributionWork): Promise<Contributions> {
  const { rows, background, permutations, seed, progress } = work;
  const numbers = model.plan.numbers.map((_, i) => i);
  const columns = model.players.length;
  const values: Float64Array[][] = numbers.map(() => []);
  const errors: Float64Array[][] = numbers.map(() => []);
  const random = seededRandom(seed);
  for (let row = 0; row < rows.rows; row += 1) {
    const pairs = Array.from({ length: background.rows }, (_, i): RowPair => [i, row]);
    const seen = numbers.map(() => Array.from({ length: columns }, () => new Float64Array(background.rows)));
    await shapleyOfPairs(model, { start: background, end: rows, pairs, permutations, random }, (pair, shares) => {
      for (const number of numbers) shares[number]!.forEach((share, column) => (seen[number]![column]![pair] = share));
    });
    for (const number of numbers) {
      const found = seen[number]!.map(meanAndError);
      values[number]!.push(Float64Array.from(found, ({ mean }) => mean));
      errors[number]!.push(Float64Array.from(found, ({ error }) => error));
    }
    progress((row + 1) / rows.rows);
  }
  return { values, errors, base: background.predictions.map(meanOf) };
}

/** Contributions of many rows by column, the largest mean of |contribution| first. */
export function summariseContributions(model: ExplainedModel, rows: readonly Float64Array[]): ColumnContribution[] {
  const found = model.players.map(({ column }, i) => {
    const signed = Float64Array.from(rows, (values) => values[i]!);
    const { mean, deviation, error } = meanAndError(signed.map(Math.abs));
    return { column, meanAbsolute: mean, standardDeviation: deviation, error, mean: meanOf(signed), share: 0 };
  });
  const total = found.reduce((sum, { meanAbsolute }) => sum + meanAbsolute, 0);
  return found
    .map((each) => ({ ...each, share: total > 0 ? Math.min(1, each.meanAbsolute / total) : 0 }))
    .sort((a, b) => b.meanAbsolute - a.meanAbsolute);
}
