import type { TestedColumn } from '#shared/domain/report.ts';

export interface GaugePlaces {
  /** Per cent of the line's length from its left end. */
  readonly threshold: number;
  readonly score: number;
  /** Drift lies to the left of the threshold. */
  readonly driftsBelow: boolean;
}

const smallestP = 1e-8;

const clamp = (place: number): number => Math.min(99, Math.max(1, place));

/** P-values lie on a logarithmic line from 1e-8 to 1; distances on a straight one that has room for both numbers. */
export function gaugePlaces({
  driftScore,
  threshold,
  scoreIs,
  driftedWhen,
}: Pick<TestedColumn, 'driftScore' | 'threshold' | 'scoreIs' | 'driftedWhen'>): GaugePlaces {
  const driftsBelow = driftedWhen === 'below' || driftedWhen === 'at-or-below';
  const end = 1.25 * Math.max(driftScore, threshold, Number.MIN_VALUE);
  const placeOf = (value: number): number =>
    scoreIs === 'pValue' ? 100 * (1 - Math.log10(Math.max(value, smallestP)) / Math.log10(smallestP)) : (100 * value) / end;
  return { threshold: clamp(placeOf(threshold)), score: clamp(placeOf(driftScore)), driftsBelow };
}
