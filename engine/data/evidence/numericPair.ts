import { bucketSort, sortScratch, type SortScratch } from '../../stats/bucketSort.ts';
import { countValues, type CountedValues } from '../../stats/countValues.ts';
import type { Pacer } from '../../jobs/pacer.ts';
import type { LoadedNumbers } from './loadNumbers.ts';

/** How many values of each sort one side of a numeric column holds. */
export type SideCounts = Omit<LoadedNumbers, 'values'> & { readonly n: number };

/** Takes the finite values of both sides in ascending order: slices of sorted values and single long runs. */
export interface SortedVisitor {
  slice(reference: Float64Array, current: Float64Array): Promise<void>;
  run(value: number, reference: number, current: number): void;
}

/** Both sides of a numeric column. They may be visited several times. */
export interface NumericPair {
  readonly reference: SideCounts;
  readonly current: SideCounts;
  visit(visitor: SortedVisitor): Promise<void>;
}

/** Room for sorting the columns of one run, used again for each of them. */
export class SortRoom {
  private readonly scratch: SortScratch;
  private readonly reference: Float64Array;
  private readonly current: Float64Array;

  constructor(referenceRows: number, currentRows: number) {
    this.scratch = sortScratch(Math.max(referenceRows, currentRows));
    this.reference = new Float64Array(referenceRows);
    this.current = new Float64Array(currentRows);
  }

  /** Sorts both sides; the result is valid until the next call. */
  async sort(reference: Float64Array, current: Float64Array, pacer: Pacer): Promise<{ reference: Float64Array; current: Float64Array }> {
    const sorted = {
      reference: this.reference.subarray(0, reference.length),
      current: this.current.subarray(0, current.length),
    };
    await pacer.run(bucketSort(reference, sorted.reference, this.scratch));
    await pacer.run(bucketSort(current, sorted.current, this.scratch));
    return sorted;
  }
}

export function sideCounts(loaded: LoadedNumbers): SideCounts {
  const { values, ...others } = loaded;
  return { ...others, n: values.length };
}

/** Up to so many distinct values a side are counted, which is cheaper than sorting. */
const fewDistinct = (values: Float64Array): number => Math.min(16_384, Math.ceil(values.length / 8));

function visitRuns(reference: CountedValues, current: CountedValues, visitor: SortedVisitor): void {
  let i = 0;
  let j = 0;
  while (i < reference.values.length || j < current.values.length) {
    const value = Math.min(reference.values[i] ?? Number.POSITIVE_INFINITY, current.values[j] ?? Number.POSITIVE_INFINITY);
    const inReference = reference.values[i] === value ? reference.counts[i++]! : 0;
    const inCurrent = current.values[j] === value ? current.counts[j++]! : 0;
    visitor.run(value, inReference, inCurrent);
  }
}

async function countedPair(reference: LoadedNumbers, current: LoadedNumbers, pacer: Pacer): Promise<NumericPair | null> {
  const countedReference = await pacer.run(countValues(reference.values, fewDistinct(reference.values)));
  if (countedReference === null) return null;
  const countedCurrent = await pacer.run(countValues(current.values, fewDistinct(current.values)));
  if (countedCurrent === null) return null;
  return {
    reference: sideCounts(reference),
    current: sideCounts(current),
    visit: async (visitor) => {
      visitRuns(countedReference, countedCurrent, visitor);
      await pacer.pause();
    },
  };
}

/** A pair whose values are in memory. */
export async function pairInMemory(reference: LoadedNumbers, current: LoadedNumbers, room: SortRoom, pacer: Pacer): Promise<NumericPair> {
  const counted = await countedPair(reference, current, pacer);
  if (counted !== null) return counted;
  const sorted = await room.sort(reference.values, current.values, pacer);
  return {
    reference: sideCounts(reference),
    current: sideCounts(current),
    visit: (visitor) => visitor.slice(sorted.reference, sorted.current),
  };
}
