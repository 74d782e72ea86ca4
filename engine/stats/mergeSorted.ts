/** Elements merged between two yields: some ten milliseconds of work. */
const blockSize = 1 << 21;

/** A value that occurs often: how many times on its side. */
export interface FrequentValue {
  readonly value: number;
  readonly count: number;
}

/** Every distinct value of both samples in ascending order with its counts on both sides. */
export interface ValueRuns {
  readonly values: Float64Array;
  readonly reference: Float64Array;
  readonly current: Float64Array;
}

export interface MergedSamples {
  /** sup |F − G| of the empirical distribution functions. */
  readonly supremum: number;
  /** ∫ |F − G|, in units of the values: the first Wasserstein distance. */
  readonly area: number;
  readonly referenceDistinct: number;
  readonly currentDistinct: number;
  readonly pooledDistinct: number;
  readonly referenceFrequent: readonly FrequentValue[];
  readonly currentFrequent: readonly FrequentValue[];
  /** null where there are more distinct values than were asked for. */
  readonly runs: ValueRuns | null;
  /** Share of current values above the largest, and below the smallest reference value. */
  readonly currentAboveReference: number;
  readonly currentBelowReference: number;
}

/** Keeps the most frequent values seen in ascending order of value; ties go to the smaller value. */
class FrequentValues {
  private readonly values: number[] = [];
  private readonly counts: number[] = [];
  /** A count must exceed this to enter. */
  floor = 0;

  constructor(private readonly capacity: number) {}

  /** Returns the new floor. */
  add(value: number, count: number): number {
    let at = this.counts.length;
    while (at > 0 && this.counts[at - 1]! < count) at--;
    this.values.splice(at, 0, value);
    this.counts.splice(at, 0, count);
    if (this.counts.length > this.capacity) {
      this.values.pop();
      this.counts.pop();
    }
    if (this.counts.length === this.capacity) this.floor = this.counts[this.capacity - 1]!;
    return this.floor;
  }

  list(): FrequentValue[] {
    return this.values.map((value, i) => ({ value, count: this.counts[i]! }));
  }
}

/** Collects runs until there are more than `limit`. */
class RunCollector {
  private values = new Float64Array(64);
  private reference = new Float64Array(64);
  private current = new Float64Array(64);
  private length = 0;
  private full = false;

  constructor(private readonly limit: number) {}

  /** Returns false once there are too many. */
  add(value: number, reference: number, current: number): boolean {
    if (this.length === this.limit) {
      this.full = true;
      return false;
    }
    if (this.length === this.values.length) this.grow();
    this.values[this.length] = value;
    this.reference[this.length] = reference;
    this.current[this.length] = current;
    this.length++;
    return true;
  }

  private grow(): void {
    const longer = (old: Float64Array): Float64Array<ArrayBuffer> => {
      const grown = new Float64Array(old.length * 2);
      grown.set(old);
      return grown;
    };
    this.values = longer(this.values);
    this.reference = longer(this.reference);
    this.current = longer(this.current);
  }

  take(): ValueRuns | null {
    if (this.full) return null;
    const cut = (all: Float64Array): Float64Array => all.slice(0, this.length);
    return { values: cut(this.values), reference: cut(this.reference), current: cut(this.current) };
  }
}

/**
 * Sweeps two samples in ascending order and gathers what needs the order: the gap between the empirical
 * distribution functions, distinct and frequent values. Samples may come in slices, each above the one before.
 *
 * Must be true: both totals are positive or the gap has no meaning (it is then 0); slices are ascending, finite,
 * and no value occurs in two slices.
 * Source: the definitions of the two-sample Kolmogorov-Smirnov statistic and of W₁ on the line.
 */
export class SortedSweep {
  private i = 0;
  private j = 0;
  private readonly referenceWeight: number;
  private readonly currentWeight: number;
  private previous = Number.NaN;
  private gap = 0;
  private supremum = 0;
  private area = 0;
  private referenceDistinct = 0;
  private currentDistinct = 0;
  private pooledDistinct = 0;
  private below = 0;
  private aboveFrom = 0;
  private readonly referenceFrequent: FrequentValues;
  private readonly currentFrequent: FrequentValues;
  private readonly runs: RunCollector;
  private readonly comparable: boolean;
  private collecting = true;

  constructor(totals: { reference: number; current: number }, options: { frequent: number; runs: number }) {
    const comparable = totals.reference > 0 && totals.current > 0;
    this.referenceWeight = comparable ? 1 / totals.reference : 0;
    this.currentWeight = comparable ? 1 / totals.current : 0;
    this.comparable = comparable;
    this.referenceFrequent = new FrequentValues(options.frequent);
    this.currentFrequent = new FrequentValues(options.frequent);
    this.runs = new RunCollector(options.runs);
  }

  /** Takes one slice of each sample; yields after every block of work. */
  *push(reference: Float64Array, current: Float64Array): Generator<void, void, void> {
    const position = { i: 0, j: 0 };
    while (position.i < reference.length || position.j < current.length) {
      this.sweep(reference, current, position);
      yield;
    }
    this.i += reference.length;
    this.j += current.length;
  }

  // Everything the loop changes is a local: a double passed on or stored in a field would be put on the heap each time.
  private sweep(reference: Float64Array, current: Float64Array, position: { i: number; j: number }): void {
    const n = reference.length;
    const m = current.length;
    const stop = position.i + position.j + blockSize;
    const { i: seenI, j: seenJ, referenceWeight, currentWeight } = this;
    let { i, j } = position;
    let { previous, gap, supremum, area, referenceDistinct, currentDistinct, pooledDistinct, aboveFrom, collecting } = this;
    let referenceFloor = this.referenceFrequent.floor;
    let currentFloor = this.currentFrequent.floor;
    while (i + j < stop && (i < n || j < m)) {
      const value = j >= m || (i < n && reference[i]! <= current[j]!) ? reference[i]! : current[j]!;
      if (gap !== 0) area += gap * (value - previous);
      const fromI = i;
      const fromJ = j;
      while (i < n && reference[i] === value) i++;
      while (j < m && current[j] === value) j++;
      gap = Math.abs((seenI + i) * referenceWeight - (seenJ + j) * currentWeight);
      if (gap > supremum) supremum = gap;
      previous = value;
      pooledDistinct++;
      if (i > fromI) {
        if (referenceDistinct === 0) this.below = seenJ + fromJ;
        referenceDistinct++;
        aboveFrom = seenJ + j;
        if (i - fromI > referenceFloor) referenceFloor = this.referenceFrequent.add(value, i - fromI);
      }
      if (j > fromJ) {
        currentDistinct++;
        if (j - fromJ > currentFloor) currentFloor = this.currentFrequent.add(value, j - fromJ);
      }
      if (collecting) collecting = this.runs.add(value, i - fromI, j - fromJ);
    }
    position.i = i;
    position.j = j;
    Object.assign(this, { previous, gap, supremum, area, referenceDistinct, currentDistinct, pooledDistinct, aboveFrom, collecting });
  }

  private count(value: number, reference: number, current: number): void {
    this.pooledDistinct++;
    if (reference > 0) {
      if (this.referenceDistinct === 0) this.below = this.j - current;
      this.referenceDistinct++;
      this.aboveFrom = this.j;
      if (reference > this.referenceFrequent.floor) this.referenceFrequent.add(value, reference);
    }
    if (current > 0) {
      this.currentDistinct++;
      if (current > this.currentFrequent.floor) this.currentFrequent.add(value, current);
    }
    if (this.collecting) this.collecting = this.runs.add(value, reference, current);
  }

  /** Takes one value with its counts, above all before it and below all after it: a run too long to be held. */
  pushRun(value: number, reference: number, current: number): void {
    if (this.gap !== 0) this.area += this.gap * (value - this.previous);
    this.i += reference;
    this.j += current;
    this.gap = Math.abs(this.i * this.referenceWeight - this.j * this.currentWeight);
    this.supremum = Math.max(this.supremum, this.gap);
    this.previous = value;
    this.count(value, reference, current);
  }

  finish(): MergedSamples {
    const known = this.comparable;
    return {
      supremum: this.supremum,
      area: this.area,
      referenceDistinct: this.referenceDistinct,
      currentDistinct: this.currentDistinct,
      pooledDistinct: this.pooledDistinct,
      referenceFrequent: this.referenceFrequent.list(),
      currentFrequent: this.currentFrequent.list(),
      runs: this.runs.take(),
      currentAboveReference: known ? (this.j - this.aboveFrom) * this.currentWeight : 0,
      currentBelowReference: known ? this.below * this.currentWeight : 0,
    };
  }
}

/**
 * Sweeps two whole sorted samples in one go; for small inputs and tests.
 *
 * @example mergeSorted(Float64Array.of(1, 2), Float64Array.of(2, 4)).area // → 1.5
 */
export function mergeSorted(reference: Float64Array, current: Float64Array, options = { frequent: 10, runs: 1000 }): MergedSamples {
  const sweep = new SortedSweep({ reference: reference.length, current: current.length }, options);
  const steps = sweep.push(reference, current);
  while (!steps.next().done);
  return sweep.finish();
}
