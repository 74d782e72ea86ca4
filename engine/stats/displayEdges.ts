/** Edges for a picture: equal widths where the values are, one wider bin for a long tail on either side. */
export interface DisplayEdges {
  readonly edges: readonly number[];
  readonly lowerTail: boolean;
  readonly upperTail: boolean;
}

const targetBins = 28;
const mostUnitBins = 60;

/** The next width of the form 1, 2, 2.5 or 5 times a power of ten. */
function niceStep(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const factor = [1, 2, 2.5, 5, 10].find((one) => one * power >= width * (1 - 1e-9)) ?? 10;
  return factor * power;
}

function unitEdges(min: number, max: number): number[] {
  return Array.from({ length: max - min + 2 }, (_, i) => min - 0.5 + i);
}

function evenEdges(low: number, high: number): number[] {
  const step = niceStep((high - low) / targetBins);
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  if (!Number.isFinite(step) || step === 0 || last - first > 4 * targetBins) {
    return Array.from({ length: targetBins + 1 }, (_, i) => low * (1 - i / targetBins) + high * (i / targetBins));
  }
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}

/**
 * Chooses edges for drawing two samples over one another.
 *
 * Must be true: min ≤ coreLow ≤ coreHigh ≤ max, all finite: the range of both samples, and the part of it that
 * holds nearly all values; `integers` says that every value is a whole number.
 * Returns ascending edges whose first is at most min and whose last is at least max.
 *
 * Source: our own rule. Whole numbers over a short range get a bin each; a tail is gathered when the core spans
 * less than two thirds of the range.
 *
 * @example displayEdges({ min: 0, max: 2, coreLow: 0, coreHigh: 2, integers: true }).edges // → [-0.5, 0.5, 1.5, 2.5]
 */
export function displayEdges(range: { min: number; max: number; coreLow: number; coreHigh: number; integers: boolean }): DisplayEdges {
  const { min, max, coreLow, coreHigh } = range;
  if (min === max) {
    const half = Math.max(0.5, Math.abs(min) * 1e-9);
    return { edges: [min - half, min + half], lowerTail: false, upperTail: false };
  }
  if (range.integers && max - min <= mostUnitBins) return { edges: unitEdges(min, max), lowerTail: false, upperTail: false };
  const long = coreHigh > coreLow && max - min > 1.5 * (coreHigh - coreLow);
  if (!long) return closeOver(evenEdges(min, max), min, max);
  return closeOver(evenEdges(coreLow, coreHigh), min, max);
}

/** Makes the edges reach the whole range: what lies beyond becomes a tail bin. */
function closeOver(inner: number[], min: number, max: number): DisplayEdges {
  const edges = [...inner];
  const lowerTail = min < edges[0]!;
  const upperTail = max > edges.at(-1)!;
  if (lowerTail) edges.unshift(min);
  if (upperTail) edges.push(max);
  return { edges: edges.filter((edge, i) => i === 0 || edge > edges[i - 1]!), lowerTail, upperTail };
}
