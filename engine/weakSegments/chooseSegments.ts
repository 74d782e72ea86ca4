import type { Candidate } from './candidate.ts';
import { overlap } from './segmentBoxes.ts';

const mostSegments = 10;
const clearPValue = 0.05;

/** The worst segments that chance does not explain: p-values are multiplied by the number of segments looked at. */
export function chooseSegments(candidates: readonly Candidate[], looked: number): Candidate[] {
  const clear = candidates
    .map((candidate) => ({ ...candidate, pValue: Math.min(1, candidate.pValue * looked) }))
    .filter(({ pValue }) => pValue < clearPValue)
    .sort((a, b) => b.value - a.value || b.rows - a.rows);
  const chosen: Candidate[] = [];
  for (const candidate of clear) {
    if (chosen.length === mostSegments) break;
    if (!chosen.some(({ box }) => overlap(box, candidate.box))) chosen.push(candidate);
  }
  return chosen;
}

/** Columns by how clearly one of their own segments is worse, the clearest first; the others follow in their order. */
export function strongestColumns(candidates: readonly Candidate[], columns: number): number[] {
  const clearest = new Map<number, Candidate>();
  for (const candidate of candidates) {
    const [column] = candidate.box.columns;
    const before = clearest.get(column);
    if (before === undefined || candidate.pValue < before.pValue || (candidate.pValue === before.pValue && candidate.value > before.value))
      clearest.set(column, candidate);
  }
  const found = [...clearest].sort(([, a], [, b]) => a.pValue - b.pValue || b.value - a.value).map(([column]) => column);
  const rest = Array.from({ length: columns }, (_, i) => i).filter((column) => !clearest.has(column));
  return [...found, ...rest];
}
