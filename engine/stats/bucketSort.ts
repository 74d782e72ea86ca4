/** Elements handled between two yields of a stepped function: some ten milliseconds of work. */
const blockSize = 1 << 20;

interface Buckets {
  readonly centre: number;
  readonly inverseScale: number;
  readonly count: number;
}

/** Space that sorting needs beside its output; reuse it, it is as long as the longest input. */
export interface SortScratch {
  readonly bucketOf: Uint32Array;
}

/** Centre and scale from an evenly spaced sample, so that most buckets hold a few elements. */
function planBuckets(values: Float64Array): Buckets {
  const size = Math.min(values.length, 1024);
  const sample = new Float64Array(size);
  for (let i = 0; i < size; i++) sample[i] = values[Math.floor((i * values.length) / size)]!;
  sample.sort();
  const at = (share: number): number => sample[Math.min(size - 1, Math.floor(share * size))]!;
  const spread = [at(0.75) - at(0.25), at(1) - at(0)].find((width) => width > 0 && Number.isFinite(width)) ?? 1;
  const inverseScale = Math.min(2 / spread, Number.MAX_VALUE);
  let count = 2;
  while (count * 4 < values.length && count < 1 << 18) count *= 2;
  return { centre: at(0.5), inverseScale, count };
}

/** bucket = t / (1 + |t|) stretched over the buckets: monotone in t, and tame in the tails. */
function assignBuckets(values: Float64Array, from: number, to: number, plan: Buckets, bucketOf: Uint32Array, counts: Uint32Array): void {
  const { centre, inverseScale, count } = plan;
  const half = count / 2;
  const last = count - 1;
  for (let i = from; i < to; i++) {
    const t = (values[i]! - centre) * inverseScale;
    let bucket = t - t === 0 ? ((t / (1 + Math.abs(t)) + 1) * half) | 0 : t > 0 ? last : 0;
    if (bucket > last) bucket = last;
    bucketOf[i] = bucket;
    counts[bucket]!++;
  }
}

function scatter(values: Float64Array, from: number, to: number, bucketOf: Uint32Array, next: Uint32Array, sorted: Float64Array): void {
  for (let i = from; i < to; i++) sorted[next[bucketOf[i]!]!++] = values[i]!;
}

function isAscending(values: Float64Array, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (values[i - 1]! > values[i]!) return false;
  return true;
}

function insertionSort(values: Float64Array, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const value = values[i]!;
    let j = i - 1;
    while (j >= from && values[j]! > value) {
      values[j + 1] = values[j]!;
      j--;
    }
    values[j + 1] = value;
  }
}

function sortRange(values: Float64Array, from: number, to: number): void {
  if (to - from < 2) return;
  if (to - from <= 32) insertionSort(values, from, to);
  else if (!isAscending(values, from, to)) values.subarray(from, to).sort();
}

export function sortScratch(length: number): SortScratch {
  return { bucketOf: new Uint32Array(length) };
}

/**
 * Sorts doubles ascending by one monotone bucket pass and small sorts inside the buckets.
 *
 * Must be true: `values` holds no NaN and no infinity; `sorted` is as long as `values` and does not overlap it;
 * `scratch` is at least as long. Yields after every block of work, so that a caller may pause or stop.
 * Returns nothing; `sorted` holds the values in ascending order (−0 and 0 in either order), `values` is unchanged.
 * Throws nothing.
 *
 * Source: bucket sort, with the squashing t / (1 + |t|) of the standardised value as the monotone key.
 *
 * @example sortInto(Float64Array.of(3, 1, 2)) // → [1, 2, 3]
 */
export function* bucketSort(values: Float64Array, sorted: Float64Array, scratch: SortScratch): Generator<void, void, void> {
  const n = values.length;
  if (n === 0) return;
  const plan = planBuckets(values);
  const next = new Uint32Array(plan.count);
  for (let from = 0; from < n; from += blockSize) {
    assignBuckets(values, from, Math.min(n, from + blockSize), plan, scratch.bucketOf, next);
    yield;
  }
  let start = 0;
  for (let bucket = 0; bucket < plan.count; bucket++) {
    const size = next[bucket]!;
    next[bucket] = start;
    start += size;
  }
  for (let from = 0; from < n; from += blockSize) {
    scatter(values, from, Math.min(n, from + blockSize), scratch.bucketOf, next, sorted);
    yield;
  }
  let from = 0;
  let pauseAt = blockSize;
  for (let bucket = 0; bucket < plan.count; bucket++) {
    const to = next[bucket]!;
    sortRange(sorted, from, to);
    from = to;
    if (from >= pauseAt) {
      pauseAt = from + blockSize;
      yield;
    }
  }
}

/** The sorted copy of some doubles (no NaN, no infinity), in one go; for small inputs and tests. */
export function sortInto(values: Float64Array): Float64Array {
  const sorted = new Float64Array(values.length);
  const steps = bucketSort(values, sorted, sortScratch(values.length));
  while (!steps.next().done);
  return sorted;
}
