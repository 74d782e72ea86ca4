import type { TestOutcome } from './chiSquareGoodnessOfFit.ts';

/** Values a side that are meant to be looked at; of longer sides a sample of so many. */
export const mostValuesASide = 5000;
/** Up to so many pooled values every pair is looked at; above, waves of random frequencies stand in for the kernel. */
const mostInKernel = 1000;
const frequencies = 48;
/** Values from which the width of the kernel is taken. */
const mostForWidth = 1000;
/** Permuted statistics that differ by less than rounding count as equal. */
const tie = 1e-12;

type Random = () => number;

/** Where the width of the kernel comes from, and how many splits are drawn. `countsItself`: p = (1 + #)/(1 + B). */
export interface KernelTestOptions {
  readonly width: 'pooled' | 'reference';
  readonly splits: number;
  readonly countsItself: boolean;
}

const usual: KernelTestOptions = { width: 'pooled', splits: 199, countsItself: true };

/** The statistic of a split, where `own` says which of the pooled values are on the smaller side. */
interface Splits {
  readonly statistic: (own: Int32Array) => number;
}

function everySo(sorted: Float64Array, most: number): Float64Array {
  if (sorted.length <= most) return sorted;
  return Float64Array.from({ length: most }, (_, i) => sorted[Math.floor(((i + 0.5) * sorted.length) / most)]!);
}

/** The median distance of two pooled values; where it is 0 the mean distance. */
function widthOf(pooled: Float64Array): number {
  const values = everySo(pooled, mostForWidth);
  const distances = new Float64Array((values.length * (values.length - 1)) / 2);
  let at = 0;
  for (let i = 0; i < values.length; i++) for (let j = 0; j < i; j++) distances[at++] = values[i]! - values[j]!;
  distances.sort();
  const median = distances[distances.length >> 1]!;
  return median > 0 ? median : distances.reduce((total, distance) => total + distance / distances.length, 0);
}

/** The median of all n² distances within a sample, those of a value from itself included; where it is 0 one. */
function widthWithin(sorted: Float64Array): number {
  const values = everySo(sorted, mostForWidth);
  const n = values.length;
  const distances = Float64Array.from({ length: n * n }, (_, i) => Math.abs(values[i % n]! - values[Math.floor(i / n)]!)).sort();
  const median = distances[(n * n - 1) >> 1]!;
  // Values are halved here, and so is the unit.
  return median > 0 ? median : 0.5;
}

/** The squared distance of mean embeddings from the sum of kernels within the smaller side. */
function kernelSplits(z: Float64Array, few: number): Splits {
  const N = z.length;
  const kernel = new Float64Array(N * N);
  const rows = new Float64Array(N);
  let all = 0;
  for (let i = 0; i < N; i++) {
    for (let j = 0; j < N; j++) {
      const k = Math.exp(-((z[i]! - z[j]!) ** 2));
      kernel[i * N + j] = k;
      rows[i]! += k;
    }
    all += rows[i]!;
  }
  const many = N - few;
  return {
    statistic: (own) => {
      let within = 0;
      let touching = 0;
      for (let i = 0; i < few; i++) {
        const row = own[i]! * N;
        touching += rows[own[i]!]!;
        for (let j = 0; j < few; j++) within += kernel[row + own[j]!]!;
      }
      const between = touching - within;
      return within / few / few + (all - within - 2 * between) / many / many - (2 * between) / few / many;
    },
  };
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** The same with the kernel as a mean of waves: work grows with the values, not with their pairs. */
function waveSplits(z: Float64Array, few: number, random: Random): Splits {
  const N = z.length;
  const width = 2 * frequencies;
  const scale = 1 / Math.sqrt(frequencies);
  const waves = new Float64Array(N * width);
  const totals = new Float64Array(width);
  for (let f = 0; f < frequencies; f++) {
    const frequency = Math.SQRT2 * normal(random);
    for (let i = 0; i < N; i++) {
      waves[i * width + 2 * f] = scale * Math.cos(frequency * z[i]!);
      waves[i * width + 2 * f + 1] = scale * Math.sin(frequency * z[i]!);
      totals[2 * f]! += waves[i * width + 2 * f]!;
      totals[2 * f + 1]! += waves[i * width + 2 * f + 1]!;
    }
  }
  const many = N - few;
  const sums = new Float64Array(width);
  return {
    statistic: (own) => {
      sums.fill(0);
      for (let i = 0; i < few; i++) {
        const row = own[i]! * width;
        for (let f = 0; f < width; f++) sums[f]! += waves[row + f]!;
      }
      return sums.reduce((total, sum, f) => total + (sum / few - (totals[f]! - sum) / many) ** 2, 0);
    },
  };
}

/** Draws a new smaller side into the front of the order. */
function shuffleFront(order: Int32Array, few: number, random: Random): void {
  for (let i = 0; i < few; i++) {
    const j = i + Math.floor(random() * (order.length - i));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
}

/**
 * The test of maximum mean discrepancy of two samples on the line, with a Gaussian kernel as wide as the median distance.
 *
 * Must be true: both samples are ascending and finite and have at least one value; `random` is seeded.
 * Returns the squared discrepancy, from 0 to 2, and p = (1 + #)/(1 + B), where # of B = 199 random splits of the pooled
 * values reach it; `options` may say otherwise. Above 1000 pooled values 48 random frequencies stand in for the kernel. Where all values are equal:
 * statistic 0, p 1. Yields between the splits.
 * Throws nothing.
 *
 * Source: A. Gretton et al. (2012), A kernel two-sample test; A. Rahimi and B. Recht (2007), Random features for
 * large-scale kernel machines; B. Phipson and G. K. Smyth (2010) for p.
 *
 * @example maximumMeanDiscrepancy(Float64Array.of(1, 2), Float64Array.of(1, 2), () => 0.5).next().value // → undefined
 */
export function* maximumMeanDiscrepancy(
  reference: Float64Array,
  current: Float64Array,
  random: Random,
  options: KernelTestOptions = usual,
): Generator<void, TestOutcome, void> {
  const few = Math.min(reference.length, current.length);
  // Halves keep the distances of the largest doubles finite.
  const ordered = reference.length <= current.length ? [...reference, ...current] : [...current, ...reference];
  const pooled = Float64Array.from(ordered, (value) => value / 2);
  const width = options.width === 'pooled' ? widthOf(pooled.toSorted()) : widthWithin(reference.map((value) => value / 2));
  yield;
  if (!(width > 0) || pooled.every((value) => value === pooled[0])) return { statistic: 0, pValue: 1 };
  const origin = pooled[0]!;
  const z = pooled.map((value) => Math.max(-1e9, Math.min(1e9, value / width - origin / width)));
  const splits = z.length <= mostInKernel ? kernelSplits(z, few) : waveSplits(z, few, random);
  yield;
  const order = Int32Array.from(z, (_, i) => i);
  const observed = splits.statistic(order);
  const own = options.countsItself ? 1 : 0;
  let reached = 0;
  for (let i = 0; i < options.splits; i++) {
    shuffleFront(order, few, random);
    if (splits.statistic(order) >= observed - tie) reached++;
    yield;
  }
  return { statistic: observed < tie ? 0 : observed, pValue: (own + reached) / (own + options.splits) };
}
