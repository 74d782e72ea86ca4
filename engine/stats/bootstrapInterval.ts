import { multinomialDraw } from './multinomialDraw.ts';
import { quantileOf } from './quantile.ts';

/** An interval of a statistic, and how many of the resampled data sets had the statistic at all. */
export interface BootstrapInterval {
  readonly low: number;
  readonly high: number;
  readonly replicates: number;
}

export interface BootstrapOptions {
  /** How often the rows are drawn anew. */
  readonly replicates: number;
  /** In (0, 1), such as 0.95. */
  readonly confidence: number;
  /** Seeded. */
  readonly random: () => number;
}

type Statistics = (resampled: Float64Array) => readonly (number | null)[];

/** Replicates between two yields. */
const blockSize = 16;

function intervalOf(values: readonly number[], { replicates, confidence }: BootstrapOptions): BootstrapInterval | null {
  if (values.length === 0 || values.length * 2 < replicates) return null;
  const sorted = Float64Array.from(values).sort();
  const outside = (1 - confidence) / 2;
  return { low: quantileOf(sorted, outside)!, high: quantileOf(sorted, 1 - outside)!, replicates: values.length };
}

/** Several statistics of the same resampled data, in steps; null for one that most of the resampled data do not have. */
export function* bootstrapSteps(
  counts: ArrayLike<number>,
  statistics: Statistics,
  options: BootstrapOptions,
): Generator<void, (BootstrapInterval | null)[], void> {
  const resampled = new Float64Array(counts.length);
  const found: number[][] = [];
  for (let replicate = 0; replicate < options.replicates; replicate++) {
    multinomialDraw(counts, options.random, resampled);
    statistics(resampled).forEach((value, i) => {
      const values = (found[i] ??= []);
      if (value !== null && Number.isFinite(value)) values.push(value);
    });
    if (replicate % blockSize === blockSize - 1) yield;
  }
  return found.map((values) => intervalOf(values, options));
}

/**
 * The percentile interval of a statistic of counted rows, from drawing as many rows anew with putting back.
 *
 * Must be true: counts of the cells that rows fall into (such as the four of a confusion matrix, or 1 for each row or block
 * of rows) are whole and ≥ 0; the statistic takes the counts of a resampled data set and does not keep them.
 * Returns type-7 quantiles of the statistic at (1 ∓ confidence) / 2; null where fewer than half of the resampled data sets
 * have the statistic.
 * Throws what the statistic throws.
 *
 * Source: B. Efron and R. J. Tibshirani (1993), An introduction to the bootstrap, chapter 13.
 *
 * @example bootstrapInterval([4, 0], ([hits]) => hits / 4, { replicates: 10, confidence: 0.9, random: () => 0.5 }) // → { low: 1, high: 1, replicates: 10 }
 */
export function bootstrapInterval(
  counts: ArrayLike<number>,
  statistic: (resampled: Float64Array) => number | null,
  options: BootstrapOptions,
): BootstrapInterval | null {
  const steps = bootstrapSteps(counts, (resampled) => [statistic(resampled)], options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value[0] ?? null;
  }
}
