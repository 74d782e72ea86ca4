import type { Binning } from '#shared/domain/settings.ts';
import { own } from '#shared/lib/own.ts';
import type { NumericHistogram } from '#shared/domain/profile.ts';
import type { NumericPair, SideCounts } from '../data/evidence/numericPair.ts';
import type { Pacer } from '../jobs/pacer.ts';
import { binOf, countsInBins } from '../stats/countsInBins.ts';
import { displayEdges, type DisplayEdges } from '../stats/displayEdges.ts';
import { SortedSweep, type MergedSamples } from '../stats/mergeSorted.ts';
import { emptyMoments, mergeMoments, momentsOf, type SampleMoments } from '../stats/moments.ts';
import { RankPicker } from '../stats/rankPicker.ts';
import { sturgesEdges } from '../stats/sturgesEdges.ts';
import type { Counts, NumericEvidence } from './evidence.ts';

/** The quantiles of a profile. */
export const profileShares = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99] as const;
const coreShares = [0.005, 0.995] as const;
const bulkShares = [0.05, 0.95] as const;
/** References with at most this many distinct values are compared value by value (Evidently's number). */
const fewValues = 20;
const mostRuns = 5000;
const mostFrequent = 20;

/** One side of a numeric column, summarised over all its finite values. */
export interface SideSummary extends SideCounts {
  readonly moments: SampleMoments;
  readonly min: number;
  readonly max: number;
  readonly integers: boolean;
  readonly quantile: (share: number) => number | null;
}

export interface NumericSummary {
  readonly reference: SideSummary;
  readonly current: SideSummary;
  readonly merged: MergedSamples;
  /** null where neither side has a finite value. */
  readonly histogram: NumericHistogram | null;
  /** null where a side has no finite value. */
  readonly evidence: NumericEvidence | null;
}

class SideVisitor {
  moments = emptyMoments;
  min = Number.POSITIVE_INFINITY;
  max = Number.NEGATIVE_INFINITY;
  integers = true;

  constructor(readonly ranks: RankPicker) {}

  slice(sorted: Float64Array): void {
    if (sorted.length === 0) return;
    this.moments = mergeMoments(this.moments, momentsOf(sorted));
    this.min = Math.min(this.min, sorted[0]!);
    this.max = Math.max(this.max, sorted[sorted.length - 1]!);
    if (this.integers) this.integers = allIntegers(sorted);
    this.ranks.slice(sorted);
  }

  run(value: number, count: number): void {
    if (count === 0) return;
    this.moments = mergeMoments(this.moments, { n: count, mean: value, squaredDeviations: 0 });
    this.min = Math.min(this.min, value);
    this.max = Math.max(this.max, value);
    this.integers &&= Number.isInteger(value);
    this.ranks.run(value, count);
  }

  finish(counts: SideCounts): SideSummary {
    const { moments, min, max, integers, ranks } = this;
    return { ...counts, moments, min, max, integers, quantile: (share) => ranks.quantile(share) };
  }
}

function allIntegers(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (values[i] !== Math.floor(values[i]!)) return false;
  return true;
}

async function sweep(
  pair: NumericPair,
  shares: readonly number[],
  runs: number,
  pacer: Pacer,
): Promise<Omit<NumericSummary, 'histogram' | 'evidence'>> {
  const merging = new SortedSweep({ reference: pair.reference.n, current: pair.current.n }, { frequent: mostFrequent, runs });
  const sides = {
    reference: new SideVisitor(new RankPicker(pair.reference.n, shares)),
    current: new SideVisitor(new RankPicker(pair.current.n, shares)),
  };
  await pair.visit({
    slice: async (reference, current) => {
      await pacer.run(merging.push(reference, current));
      sides.reference.slice(reference);
      sides.current.slice(current);
      await pacer.pause();
    },
    run: (value, reference, current) => {
      merging.pushRun(value, reference, current);
      sides.reference.run(value, reference);
      sides.current.run(value, current);
    },
  });
  return {
    reference: sides.reference.finish(pair.reference),
    current: sides.current.finish(pair.current),
    merged: merging.finish(),
  };
}

interface BinTotals {
  readonly edges: readonly number[];
  readonly reference: Float64Array;
  readonly current: Float64Array;
}

function addInto(total: Float64Array, part: Float64Array): void {
  for (let i = 0; i < part.length; i++) total[i]! += part[i]!;
}

/** Counts both sides in several sets of bins in one visit. */
async function countBins(pair: NumericPair, edgeSets: readonly (readonly number[])[]): Promise<BinTotals[]> {
  const totals = edgeSets.map((edges) => ({
    edges,
    reference: new Float64Array(edges.length - 1),
    current: new Float64Array(edges.length - 1),
  }));
  await pair.visit({
    slice: async (reference, current) => {
      for (const total of totals) {
        addInto(total.reference, countsInBins(reference, total.edges));
        addInto(total.current, countsInBins(current, total.edges));
      }
    },
    run: (value, reference, current) => {
      for (const total of totals) {
        const bin = binOf(value, total.edges);
        if (bin < 0) continue;
        total.reference[bin]! += reference;
        total.current[bin]! += current;
      }
    },
  });
  return totals;
}

function pooledRange(reference: SideSummary, current: SideSummary): { min: number; max: number } {
  return { min: Math.min(reference.min, current.min), max: Math.max(reference.max, current.max) };
}

/** The range that holds nearly all values of a side, without what lies further out than the bulk is wide. */
function coreOf(side: SideSummary): { low: number; high: number } {
  const [low, high] = coreShares.map((share) => side.quantile(share)!) as [number, number];
  const [bulkLow, bulkHigh] = bulkShares.map((share) => side.quantile(share)!) as [number, number];
  const width = bulkHigh - bulkLow;
  return width > 0 && Number.isFinite(width)
    ? { low: Math.max(low, bulkLow - width), high: Math.min(high, bulkHigh + width) }
    : { low, high };
}

function pictureEdges(reference: SideSummary, current: SideSummary): DisplayEdges {
  const cores = [reference, current].filter((side) => side.n > 0).map(coreOf);
  return displayEdges({
    ...pooledRange(reference, current),
    coreLow: Math.min(...cores.map((core) => core.low)),
    coreHigh: Math.max(...cores.map((core) => core.high)),
    integers: reference.integers && current.integers,
  });
}

function pictureOf(counts: BinTotals, picture: DisplayEdges): NumericHistogram {
  return {
    kind: 'numeric',
    edges: [...counts.edges],
    reference: Array.from(counts.reference),
    current: Array.from(counts.current),
    lowerTail: picture.lowerTail,
    upperTail: picture.upperTail,
  };
}

function ascending(edges: readonly number[]): number[] {
  return [...edges].sort((a, b) => a - b).filter((edge, i, all) => i === 0 || edge > all[i - 1]!);
}

/** Cuts at quantiles of the reference; the outer bins reach over both sides. */
function referenceQuantileBins(bins: number, reference: SideSummary, range: { min: number; max: number }): number[] {
  const inner = Array.from({ length: bins - 1 }, (_, i) => reference.quantile((i + 1) / bins)!);
  const edges = ascending([range.min, ...inner, range.max]);
  return edges.length > 1 ? edges : [range.min - 0.5, range.max + 0.5];
}

function methodEdges(column: string, binning: Binning, reference: SideSummary, current: SideSummary): number[] {
  const range = pooledRange(reference, current);
  if (binning.kind === 'reference-quantiles') return referenceQuantileBins(binning.bins, reference, range);
  const fixed = binning.kind === 'fixed-edges' ? own(binning.edges, column) : undefined;
  return fixed === undefined ? sturgesEdges(reference.n + current.n, range.min, range.max) : ascending(fixed);
}

/** Fixed edges count everything: what lies outside them falls into one more bin on either side. */
function coverRange(edges: readonly number[], range: { min: number; max: number }): number[] {
  return ascending([...(range.min < edges[0]! ? [range.min] : []), ...edges, ...(range.max > edges.at(-1)! ? [range.max] : [])]);
}

function momentsWithRange(side: SideSummary, distinct: number): NumericEvidence['reference'] {
  return { ...side.moments, min: side.min, max: side.max, distinct };
}

async function valueCounts(pair: NumericPair, merged: MergedSamples, pacer: Pacer): Promise<Counts> {
  const runs = merged.runs ?? (await sweep(pair, [], Number.POSITIVE_INFINITY, pacer)).merged.runs!;
  return { reference: runs.reference, current: runs.current, edges: null };
}

/** Everything the report needs to know of one numeric column of two samples, exact over all finite values. */
export async function summariseNumbers(column: string, pair: NumericPair, binning: Binning, pacer: Pacer): Promise<NumericSummary> {
  const quantileBins =
    binning.kind === 'reference-quantiles' ? Array.from({ length: binning.bins - 1 }, (_, i) => (i + 1) / binning.bins) : [];
  const swept = await sweep(pair, [...profileShares, ...coreShares, ...quantileBins], mostRuns, pacer);
  const { reference, current, merged } = swept;
  if (reference.n + current.n === 0) return { ...swept, histogram: null, evidence: null };
  const picture = pictureEdges(reference, current);
  if (reference.n === 0 || current.n === 0) {
    const [display] = await countBins(pair, [picture.edges]);
    return { ...swept, histogram: pictureOf(display!, picture), evidence: null };
  }
  const range = pooledRange(reference, current);
  const byValue = merged.pooledDistinct <= 5 || (merged.referenceDistinct <= fewValues && binning.kind === 'sturges-pooled');
  const edges = coverRange(methodEdges(column, binning, reference, current), range);
  const distinctEdges = sturgesEdges(merged.pooledDistinct, range.min, range.max);
  const [display, method, distinct] = await countBins(pair, [picture.edges, edges, distinctEdges]);
  const evidence: NumericEvidence = {
    kind: 'numeric',
    reference: momentsWithRange(reference, merged.referenceDistinct),
    current: momentsWithRange(current, merged.currentDistinct),
    pooledDistinct: merged.pooledDistinct,
    distributionGap: { supremum: merged.supremum, area: merged.area },
    counts: byValue ? await valueCounts(pair, merged, pacer) : method!,
    distinctValueCounts: distinct!,
  };
  return { ...swept, histogram: pictureOf(display!, picture), evidence };
}
