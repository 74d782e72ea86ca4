import type { TestOutcome } from './chiSquareGoodnessOfFit.ts';
import { chiSquareUpperTail } from './chiSquareUpperTail.ts';
import { symmetricEigen } from './symmetricEigen.ts';

/** Mean and summed cross products of deviations of the four waves cos t₁z, cos t₂z, sin t₁z, sin t₂z over one sample. */
export interface WaveMoments {
  readonly n: number;
  readonly means: readonly number[];
  /** Four rows of four. */
  readonly products: readonly number[];
}

const waves = 4;
/** Fewer values on a side than this have no covariance to speak of. */
const fewest = 5;
/** Samples below this size are corrected. */
const small = 25;
const negligible = 1e-15;
/** Means of waves that differ by more, in a direction in which neither side varies. */
const visible = 1e-7;

function smallSampleFactor(n: number, m: number): number {
  if (Math.max(n, m) >= small) return 1;
  return 1 / (1 + (n + m) ** -0.45 + 10.1 * (n ** -1.7 + m ** -1.7));
}

function pooledCovariance(reference: WaveMoments, current: WaveMoments): number[] {
  const N = reference.n + current.n;
  const weight = ({ n }: WaveMoments): number => N / n / n;
  return reference.products.map((product, i) => weight(reference) * product + weight(current) * current.products[i]!);
}

/**
 * The Epps-Singleton test of whether two samples have one characteristic function, looked at in two places.
 *
 * Must be true: both sides took their waves of the same scaled values.
 * Returns W, corrected below 25 values a side, and its upper tail with as many degrees of freedom as the covariance has
 * directions. Where the means differ in a direction in which nothing varies p is 0. With fewer than five values on a
 * side there is nothing to test: statistic 0, p 1.
 * Throws nothing.
 *
 * Source: T. W. Epps and K. J. Singleton (1986), An omnibus test for the two-sample problem using the empirical
 * characteristic function; SciPy's epps_singleton_2samp.
 *
 * @example eppsSingleton({ n: 9, means: [1, 1, 0, 0], products: Array(16).fill(0) }, { n: 9, means: [1, 1, 0, 0], products: Array(16).fill(0) }) // → { statistic: 0, pValue: 1 }
 */
export function eppsSingleton(reference: WaveMoments, current: WaveMoments): TestOutcome {
  const { n } = reference;
  const m = current.n;
  if (Math.min(n, m) < fewest) return { statistic: 0, pValue: 1 };
  const gap = reference.means.map((mean, i) => mean - current.means[i]!);
  const { values, vectors } = symmetricEigen(pooledCovariance(reference, current), waves);
  const largest = Math.max(...values);
  let sum = 0;
  let directions = 0;
  for (let k = 0; k < waves; k++) {
    const along = gap.reduce((total, part, i) => total + part * vectors[i * waves + k]!, 0);
    if (largest > 0 && values[k]! > negligible * largest) {
      directions++;
      sum += (along * along) / values[k]!;
    } else if (Math.abs(along) > visible) return { statistic: Number.MAX_VALUE, pValue: 0 };
  }
  const statistic = (n + m) * sum * smallSampleFactor(n, m);
  return { statistic, pValue: chiSquareUpperTail(statistic, directions) };
}
