import { seededRandom } from '#shared/lib/random.ts';
import type { NumericPair } from '../data/evidence/numericPair.ts';
import type { Pacer } from '../jobs/pacer.ts';
import { maximumMeanDiscrepancy, mostValuesASide, type KernelTestOptions } from '../stats/maximumMeanDiscrepancy.ts';
import { seededRanks } from '../stats/seededRanks.ts';
import type { TestOutcome } from '../stats/chiSquareGoodnessOfFit.ts';
import type { NumericDetail } from './evidence.ts';

const seed = 20_240_601;

/** Takes the values at given ranks from a side that passes by in ascending order. */
class RankSample {
  readonly values: Float64Array;
  private next = 0;
  private seen = 0;

  constructor(private readonly ranks: Float64Array) {
    this.values = new Float64Array(ranks.length);
  }

  take(size: number, valueAt: (index: number) => number): void {
    const { ranks, values, seen } = this;
    for (; this.next < ranks.length && ranks[this.next]! < seen + size; this.next++) {
      values[this.next] = valueAt(ranks[this.next]! - seen);
    }
    this.seen += size;
  }
}

/** The test with the width of the reference alone and without the split seen among the splits. */
export const referenceKernelTest: KernelTestOptions = { width: 'reference', splits: 100, countsItself: false };

async function testSample(pair: NumericPair, pacer: Pacer, options?: KernelTestOptions): Promise<TestOutcome> {
  const random = seededRandom(seed);
  const samples = {
    reference: new RankSample(seededRanks(pair.reference.n, mostValuesASide, random)),
    current: new RankSample(seededRanks(pair.current.n, mostValuesASide, random)),
  };
  await pair.visit({
    slice: async (reference, current) => {
      samples.reference.take(reference.length, (index) => reference[index]!);
      samples.current.take(current.length, (index) => current[index]!);
      await pacer.pause();
    },
    run: (value, reference, current) => {
      samples.reference.take(reference, () => value);
      samples.current.take(current, () => value);
    },
  });
  return pacer.run(maximumMeanDiscrepancy(samples.reference.values, samples.current.values, random, options));
}

/** The kernel test of a seeded sample of both sides; it is done here since it takes long enough to be paced. */
export async function gatherKernel(pair: NumericPair, pacer: Pacer): Promise<NumericDetail> {
  return { kernel: await testSample(pair, pacer) };
}

export async function gatherReferenceKernel(pair: NumericPair, pacer: Pacer): Promise<NumericDetail> {
  return { referenceKernel: await testSample(pair, pacer, referenceKernelTest) };
}
