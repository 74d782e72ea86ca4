import type { DriftMethod, EvidenceKind } from './defineDriftMethod.ts';

/** References up to this many values are tested; above, a p-value finds the smallest change and a distance is used. */
const smallReference = 1000;

/** Numeric columns with at most this many distinct values are treated as categories. */
const fewValues = 5;

/** What the choice of a method depends on. */
export interface ColumnFacts {
  readonly kind: EvidenceKind;
  /** Valid values of the reference. */
  readonly nReference: number;
  /** Valid values of current; they count only for text. */
  readonly nCurrent?: number;
  /** Distinct valid values of both sides together. */
  readonly pooledDistinct: number;
}

/** The id of the method for a column when nobody chose one; the rule is Evidently's, but for text by the smaller side. The tests need not be. */
export function chooseMethod({ kind, nReference, nCurrent = nReference, pooledDistinct }: ColumnFacts): string {
  // The area of a classifier is uncertain where either side is small, whatever the other.
  if (kind === 'text') return Math.min(nReference, nCurrent) <= smallReference ? 'text-classifier-test' : 'text-classifier-auc';
  const small = nReference <= smallReference;
  if (kind === 'numeric' && pooledDistinct > fewValues) return small ? 'ks' : 'wasserstein';
  if (!small) return 'jensen-shannon';
  return pooledDistinct > 2 ? 'chi-square' : 'z';
}

/** Whether a method can be used on a column; methods for categories also take numbers counted value by value. */
export function isApplicable(method: DriftMethod, kind: EvidenceKind, countsAreByValue: boolean): boolean {
  return method.appliesTo.includes(kind) || (kind === 'numeric' && countsAreByValue && method.appliesTo.includes('categorical'));
}
