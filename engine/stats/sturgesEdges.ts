/** Evenly spaced edges, operation by operation as NumPy's linspace takes them; the last edge is exact. */
function evenEdges(min: number, max: number, bins: number): number[] {
  const width = max - min;
  if (width === Infinity) return Array.from({ length: bins + 1 }, (_, i) => (i === bins ? max : min * (1 - i / bins) + max * (i / bins)));
  const step = width / bins;
  const edges: number[] = [];
  for (let i = 0; i < bins; i++) edges.push(step === 0 ? (i / bins) * width + min : i * step + min);
  edges.push(max);
  return edges;
}

/**
 * Edges of equal-width bins, as many as Sturges' rule gives for n values.
 *
 * Must be true: n ≥ 1, min ≤ max, both finite. For the pooled binning n counts the rows of both sides together.
 * Returns bins + 1 ascending edges from min to max; where min = max, one bin reaching half a unit to each side (both
 * its edges are the value itself where a double has no halves any more).
 * Throws nothing.
 *
 * Source: H. A. Sturges (1926); the same doubles as numpy.histogram_bin_edges(x, bins='sturges') for float64.
 *
 * @example sturgesEdges(8, 0, 4) // → [0, 1, 2, 3, 4]
 */
export function sturgesEdges(n: number, min: number, max: number): number[] {
  if (min === max) return [min - 0.5, max + 0.5];
  const width = (max - min) / (Math.log2(n) + 1);
  const bins = width === Infinity ? Math.ceil(Math.log2(n) + 1) : width === 0 ? 1 : Math.ceil((max - min) / width);
  return evenEdges(min, max, bins);
}
