import type { DriftSettings } from '#shared/domain/settings.ts';
import type { Evidence, NumericDetail } from './evidence.ts';

export type EvidenceKind = Evidence['kind'];

/** What a method found. `pValue` is null for a distance. Both are finite. */
export interface MethodResult {
  readonly statistic: number;
  readonly pValue: number | null;
}

/** The settings of a run that some methods heed. */
export type MethodOptions = Pick<DriftSettings, 'alternative'>;

export const usualOptions: MethodOptions = { alternative: 'two-sided' };

/** Which number decides, on which side of the threshold, and the threshold where none is given. */
export interface VerdictRule {
  readonly on: 'pValue' | 'statistic';
  readonly driftedWhen: 'below' | 'at-or-below' | 'at-or-above' | 'above';
  readonly threshold: number;
}

/** A way to compare one column of two samples. One file under methods/ and one line in methods.ts. */
export interface DriftMethod {
  /** Permanent, kebab-case. */
  readonly id: string;
  readonly label: string;
  /** Other names by which users of other systems know it. */
  readonly aliases: readonly string[];
  /** `categorical` methods also take numeric columns whose counts are by value. */
  readonly appliesTo: readonly EvidenceKind[];
  readonly verdict: VerdictRule;
  /** One sentence for lists. */
  readonly summary: string;
  /** Which counts of a numeric column it compares, so that their edges belong in the report; null for none. */
  readonly bins: 'counts' | 'distinct-values' | null;
  /** Names a size of the score where the field has usual bands for it. */
  readonly band?: (statistic: number) => 'none' | 'moderate' | 'significant';
  /** What it needs of a numeric column beyond what every column has; costs another visit to the values. */
  readonly needs?: keyof NumericDetail;
  /** Values a side it looks at; of more, a seeded sample. Absent where it looks at all of them. */
  readonly mostValues?: number;
  compute(evidence: Evidence, options?: MethodOptions): MethodResult;
}

export function defineDriftMethod(method: DriftMethod): DriftMethod {
  return Object.freeze(method);
}
