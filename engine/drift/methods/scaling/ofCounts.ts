import { chanceOfCounts } from '#engine/stats/chanceOfCounts.ts';
import { seededRandom } from '#shared/lib/random.ts';
import type { SizeScaling } from '../../defineDriftMethod.ts';
import type { Counts, Evidence } from '../../evidence.ts';

/** Of more bins or categories nothing is drawn: it would take longer than the comparison. */
const mostBins = 2000;
const seed = 20_261_121;

function isEqualWidth(edges: readonly number[]): boolean {
  const width = (edges.at(-1)! - edges[0]!) / (edges.length - 1);
  return edges.every((edge, i) => Math.abs(edge - edges[0]! - i * width) <= 1e-6 * width);
}

/** Counts of both sides in as many bins of equal width as a sample of this size would have. */
function pooledAtSize({ reference, current, edges }: Counts, rows: number): Float64Array {
  const pooled = Float64Array.from(reference, (count, i) => count + current[i]!);
  const bins = Math.ceil(Math.log2(rows) + 1);
  if (edges === null || bins >= pooled.length || !isEqualWidth(edges)) return pooled.filter((count) => count > 0);
  const merged = new Float64Array(bins);
  pooled.forEach((count, i) => (merged[Math.floor((i * bins) / pooled.length)]! += count));
  return merged.filter((count) => count > 0);
}

/** How a distance of shares hangs on the number of rows: pairs of sides are drawn from the shares of both together. */
export function scalingOfCounts(
  combines: 'sum' | 'squares',
  distance: (reference: Float64Array, current: Float64Array) => number,
  countsOf: (evidence: Evidence) => Counts = ({ counts }) => counts,
): SizeScaling {
  return {
    of: 'distance',
    combines,
    chance: (evidence, sizes, effort) => {
      const pooled = pooledAtSize(countsOf(evidence), sizes.reference + sizes.current);
      return pooled.length > mostBins ? null : chanceOfCounts(pooled, sizes, distance, seededRandom(seed), effort);
    },
  };
}
