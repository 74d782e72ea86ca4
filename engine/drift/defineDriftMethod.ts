import type { Chance, Effort } from '#engine/stats/chanceOfCounts.ts';
import type { CompatSystem, Difference } from '#shared/domain/compat.ts';
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

/** No number, as another system has it: NaN, which is never drift, or an error of its own. */
export interface NoResult {
  readonly none: 'no-number' | 'refused';
  readonly sentence: string;
}

/** How another system computes under the same name, and what is different about it. */
export interface MethodCompat {
  readonly difference: Difference;
  /** Where its verdict is on another number or threshold. */
  readonly verdict?: VerdictRule;
  /** Where it needs of a numeric column what ours does not. */
  readonly needs?: keyof NumericDetail;
  compute(evidence: Evidence, options: MethodOptions): MethodResult | NoResult;
}

/** What a test says at other sizes, if what it found beyond chance is the true difference. */
export interface PValueAtSizes {
  readonly beyondChance: boolean;
  /** The p-value to expect with so many rows on each side. */
  at(rows: number): number;
}

/** How the number that decides hangs on the number of rows. */
export type SizeScaling =
  | { readonly of: 'pValue'; expected(evidence: Evidence, found: MethodResult, options: MethodOptions): PValueAtSizes }
  | {
      readonly of: 'distance';
      /** How chance and the true difference add up in a distance. */
      readonly combines: 'sum' | 'squares';
      /** Null where it would take too long to say. */
      chance(evidence: Evidence, sizes: { readonly reference: number; readonly current: number }, effort: Effort): Chance | null;
    };

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
  /** A size of the difference that does not grow with the rows, in words, for tests that have one. */
  readonly effect?: (found: MethodResult) => string;
  /** For the sensitivity of a verdict to the number of rows; null where no rule is known. */
  readonly scaling: SizeScaling | null;
  /** Other systems whose numbers differ, reproduced where a run asks for them. */
  readonly compat?: Readonly<Partial<Record<CompatSystem, MethodCompat>>>;
}

export function defineDriftMethod(method: DriftMethod): DriftMethod {
  return Object.freeze(method);
}
