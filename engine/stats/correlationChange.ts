import { normalUpperTail } from './normalUpperTail.ts';

/** A coefficient and the rows it rests on. */
export interface MeasuredCorrelation {
  readonly coefficient: number;
  readonly rows: number;
}

/**
 * The chance that two samples of equally correlated pairs differ by at least this much: the two-sided z test of
 * Fisher-transformed coefficients.
 *
 * Must be true: coefficients in [−1, 1], of independent rows. `inflation` is the variance of the transformed coefficient
 * times (rows − 3): 1 for Pearson, 1.06 for Spearman, 0.437 · (rows − 3)/(rows − 4) ≈ 0.437 for Kendall.
 * Returns a p-value in [0, 1]; 1 where a side has fewer than four rows. It is rough where values are far from normal.
 * Throws nothing.
 *
 * Source: R. A. Fisher (1921); E. C. Fieller, H. O. Hartley and E. S. Pearson (1957), Tests for rank correlation
 * coefficients, for the rank forms.
 *
 * @example correlationChange({ coefficient: 0.5, rows: 103 }, { coefficient: 0.2, rows: 103 }, 1) // → 0.0142600372862
 */
export function correlationChange(reference: MeasuredCorrelation, current: MeasuredCorrelation, inflation: number): number {
  if (reference.rows < 4 || current.rows < 4) return 1;
  if (reference.coefficient === current.coefficient) return 1;
  const gap = Math.abs(Math.atanh(reference.coefficient) - Math.atanh(current.coefficient));
  const deviation = Math.sqrt(inflation * (1 / (reference.rows - 3) + 1 / (current.rows - 3)));
  return Math.min(1, 2 * normalUpperTail(gap / deviation));
}
