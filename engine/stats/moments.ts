/** Mean and sum of squared deviations of a sample, mergeable with those of another. */
export interface SampleMoments {
  readonly n: number;
  readonly mean: number;
  readonly squaredDeviations: number;
}

export const emptyMoments: SampleMoments = { n: 0, mean: 0, squaredDeviations: 0 };

const blockSize = 8192;

function blockMoments(values: Float64Array, from: number, to: number): SampleMoments {
  const n = to - from;
  const origin = values[from]!;
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i]! - origin;
  const mean = origin + sum / n;
  let squares = 0;
  let rest = 0;
  for (let i = from; i < to; i++) {
    const deviation = values[i]! - mean;
    squares += deviation * deviation;
    rest += deviation;
  }
  return { n, mean: mean + rest / n, squaredDeviations: squares - (rest * rest) / n };
}

/**
 * Merges the moments of two disjoint samples.
 *
 * Must be true: both come from finite values.
 * Returns the moments of the union; an empty side changes nothing.
 * Source: Chan, Golub and LeVeque (1983), Algorithms for computing the sample variance.
 *
 * @example mergeMoments({ n: 1, mean: 0, squaredDeviations: 0 }, { n: 1, mean: 2, squaredDeviations: 0 }).mean // → 1
 */
export function mergeMoments(a: SampleMoments, b: SampleMoments): SampleMoments {
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  const n = a.n + b.n;
  const difference = b.mean - a.mean;
  return {
    n,
    mean: a.mean + difference * (b.n / n),
    squaredDeviations: a.squaredDeviations + b.squaredDeviations + difference * difference * ((a.n * b.n) / n),
  };
}

/**
 * Mean and sum of squared deviations of finite doubles.
 *
 * Must be true: no NaN and no infinity. Blocks are centred on their own mean and merged, so that large offsets
 * and long samples lose no digits.
 * Returns zeros for an empty sample; figures may overflow to infinity beyond 1e154.
 * Throws nothing.
 *
 * Source: two-pass algorithm with Chan's pairwise merge.
 *
 * @example momentsOf(Float64Array.of(1, 2, 3, 4)).squaredDeviations // → 5
 */
export function momentsOf(values: Float64Array): SampleMoments {
  let parts: SampleMoments[] = [];
  for (let from = 0; from < values.length; from += blockSize) {
    parts.push(blockMoments(values, from, Math.min(values.length, from + blockSize)));
  }
  while (parts.length > 1) {
    const merged: SampleMoments[] = [];
    for (let i = 0; i < parts.length; i += 2) merged.push(mergeMoments(parts[i]!, parts[i + 1] ?? emptyMoments));
    parts = merged;
  }
  return parts[0] ?? emptyMoments;
}
