import type { NumericPair } from '../data/evidence/numericPair.ts';
import type { Pacer } from '../jobs/pacer.ts';
import { kthOfTwo } from '../stats/kthOfTwo.ts';
import { mergeMoments } from '../stats/moments.ts';
import { interpolate, quantileRanks } from '../stats/quantile.ts';
import { RankSweep } from '../stats/rankSums.ts';
import { WaveSums, type WaveScale } from '../stats/waveSums.ts';
import type { NumericDetail, NumericEvidence, Waves } from './evidence.ts';
import { gatherKernel, gatherReferenceKernel } from './gatherKernel.ts';

/** Values between two pauses: some ten milliseconds of work. */
const blockSize = 1 << 18;

type Gather = (pair: NumericPair, evidence: NumericEvidence, pacer: Pacer) => Promise<NumericDetail>;

async function gatherRanks(pair: NumericPair, _: NumericEvidence, pacer: Pacer): Promise<NumericDetail> {
  const sweep = new RankSweep(pair.reference.n, pair.current.n);
  await pair.visit({
    slice: (reference, current) => pacer.run(sweep.push(reference, current)),
    run: (value, reference, current) => sweep.pushRun(value, reference, current),
  });
  return { ranks: sweep.finish() };
}

/** Order statistics of both sides together, by rank from 0. */
async function pooledValues(pair: NumericPair, ranks: readonly number[], pacer: Pacer): Promise<ReadonlyMap<number, number>> {
  const found = new Map<number, number>();
  let seen = 0;
  const take = (size: number, valueAt: (rank: number) => number): void => {
    for (const rank of ranks) if (rank >= seen && rank < seen + size) found.set(rank, valueAt(rank - seen));
    seen += size;
  };
  await pair.visit({
    slice: async (reference, current) => {
      take(reference.length + current.length, (rank) => kthOfTwo(reference, current, rank));
      await pacer.pause();
    },
    run: (value, reference, current) => take(reference + current, () => value),
  });
  return found;
}

interface FoundScale extends WaveScale {
  readonly measure: Waves['unit'];
}

/** Half the distance of the pooled quartiles; where it is 0 the pooled standard deviation; null where nothing varies. */
async function waveScale(pair: NumericPair, evidence: NumericEvidence, pacer: Pacer): Promise<FoundScale | null> {
  const places = [0.25, 0.75].map((share) => quantileRanks(pair.reference.n + pair.current.n, share));
  const values = await pooledValues(
    pair,
    places.flatMap(({ lower, upper }) => [lower, upper]),
    pacer,
  );
  const [low, high] = places.map(({ lower, upper, weight }) => interpolate(values.get(lower)!, values.get(upper)!, weight)) as [
    number,
    number,
  ];
  const { n, squaredDeviations } = mergeMoments(evidence.reference, evidence.current);
  const candidates = [high / 2 - low / 2, Math.sqrt(squaredDeviations / n)];
  const unit = candidates.find((candidate) => candidate > 0 && Number.isFinite(candidate));
  if (unit === undefined || evidence.pooledDistinct < 2) return null;
  return { origin: low, unit, measure: unit === candidates[0] ? 'quartiles' : 'deviation' };
}

async function takeWaves(sums: WaveSums, values: Float64Array, pacer: Pacer): Promise<void> {
  for (let from = 0; from < values.length; from += blockSize) {
    sums.slice(values.subarray(from, from + blockSize));
    await pacer.pause();
  }
}

async function gatherWaves(pair: NumericPair, evidence: NumericEvidence, pacer: Pacer): Promise<NumericDetail> {
  const scale = await waveScale(pair, evidence, pacer);
  if (scale === null) return { waves: null };
  const sums = { reference: new WaveSums(scale), current: new WaveSums(scale) };
  await pair.visit({
    slice: async (reference, current) => {
      await takeWaves(sums.reference, reference, pacer);
      await takeWaves(sums.current, current, pacer);
    },
    run: (value, reference, current) => {
      sums.reference.run(value, reference);
      sums.current.run(value, current);
    },
  });
  return { waves: { reference: sums.reference.finish(), current: sums.current.finish(), unit: scale.measure } };
}

const gatherers: Readonly<Record<keyof NumericDetail, Gather>> = {
  ranks: gatherRanks,
  waves: gatherWaves,
  kernel: (pair, _, pacer) => gatherKernel(pair, pacer),
  referenceKernel: (pair, _, pacer) => gatherReferenceKernel(pair, pacer),
};

/** Visits the values of a numeric column once more for what its method needs beyond the usual evidence. */
export async function gatherDetail(
  need: keyof NumericDetail,
  pair: NumericPair,
  evidence: NumericEvidence,
  pacer: Pacer,
): Promise<NumericEvidence> {
  return { ...evidence, ...(await gatherers[need](pair, evidence, pacer)) };
}
