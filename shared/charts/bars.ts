import type { NumericHistogram } from '../domain/profile.ts';

/**
 * One bin as it is drawn: where, how high on each side, and whether it stands for a whole tail. Places are on an axis
 * of the picture's own, where the part to scale reaches from 0 to 1: no drawing library is trusted with 1e308.
 */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly reference: number;
  readonly current: number;
  readonly tail: 'lower' | 'upper' | null;
  /** The bin itself, in the units of the column. */
  readonly edges: readonly [number, number];
  /** Shares of the values of each side, whatever the height. */
  readonly shares: readonly [number, number];
}

export interface Bars {
  readonly bars: readonly Bar[];
  /** The part of the axis that is to scale, in the units of the column. */
  readonly start: number;
  readonly end: number;
  /** The place of a value of the part to scale. */
  readonly place: (value: number) => number;
  /** Width that heights refer to where bins differ in width; null where height is the share itself. */
  readonly densityWidth: number | null;
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

function share(count: number | undefined, of: number): number {
  return of === 0 ? 0 : (count ?? 0) / of;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Where a value lies between two others, 0 to 1, without overflow; the middle where they are equal. */
function placeBetween(start: number, end: number): (value: number) => number {
  const span = end - start;
  if (span === 0) return () => 0.5;
  if (Number.isFinite(span)) return (value) => (value - start) / span;
  return (value) => (value / 4 - start / 4) / (end / 4 - start / 4);
}

interface Frame {
  readonly start: number;
  readonly end: number;
  readonly place: (value: number) => number;
  /** Of the usual bin, as a part of the scale. */
  readonly width: number;
  /** Of the narrowest bin where bins differ in width, so that no density exceeds 1; else null. */
  readonly narrowest: number | null;
}

function frameOf({ edges, lowerTail, upperTail }: NumericHistogram): Frame {
  const last = edges.length - 1;
  const inner = edges.slice(lowerTail ? 1 : 0, upperTail ? last : last + 1);
  const start = inner[0] ?? 0;
  const end = inner[inner.length - 1] ?? start;
  const place = placeBetween(start, end);
  const widths = inner.slice(1).map((edge, i) => place(edge) - place(inner[i] ?? edge));
  const positive = widths.filter((each) => each > 0);
  const width = positive.length === 0 ? 1 : median(positive);
  const differ = positive.some((each) => Math.abs(each / width - 1) > 0.01);
  return { start, end, place, width, narrowest: differ ? Math.min(...positive) : null };
}

/** A tail is drawn one bin wide, half a bin away from the part to scale. */
function placeOf(edges: readonly [number, number], tail: Bar['tail'], { start, end, place, width }: Frame): [number, number] {
  if (tail === 'lower') return [-1.5 * width, -0.5 * width];
  if (tail === 'upper') return [1 + 0.5 * width, 1 + 1.5 * width];
  return start === end ? [0, 1] : [place(edges[0]), place(edges[1])];
}

/** Lays a histogram out for drawing: shares instead of counts, densities where widths differ, tails beside the scale. */
export function barsOf(histogram: NumericHistogram): Bars {
  const { edges, reference, current, lowerTail, upperTail } = histogram;
  const frame = frameOf(histogram);
  const [n, m] = [total(reference), total(current)];
  const last = edges.length - 2;
  const bars = reference.map((count, i): Bar => {
    const bin: [number, number] = [edges[i] ?? 0, edges[i + 1] ?? 0];
    const tail = i === 0 && lowerTail ? 'lower' : i === last && upperTail ? 'upper' : null;
    const [from, to] = placeOf(bin, tail, frame);
    const scale = frame.narrowest !== null && tail === null && to > from ? frame.narrowest / (to - from) : 1;
    const shares: [number, number] = [share(count, n), share(current[i], m)];
    return { from, to, reference: shares[0] * scale, current: shares[1] * scale, tail, edges: bin, shares };
  });
  const { start, end, place, narrowest } = frame;
  return { bars, start, end, place, densityWidth: narrowest === null ? null : narrowest * (end - start) };
}
