import type { Separation } from '#engine/stats/rankSeparation.ts';
import type { TestOutcome } from '#engine/stats/chiSquareGoodnessOfFit.ts';
import type { WaveMoments } from '#engine/stats/eppsSingleton.ts';
import type { RankSums } from '#engine/stats/rankSums.ts';

/**
 * What the data room gathers for one column, and all that a drift method may see of it.
 * Missing, NaN and infinite values are already left out; every figure is over all rows that remain.
 */
export type Evidence = NumericEvidence | CategoricalEvidence | TextEvidence;

/** Counts of both sides over the same bins or values, aligned; a bin may be empty on one side. */
export interface Counts {
  readonly reference: Float64Array;
  readonly current: Float64Array;
  /** Bin edges (bins + 1 of them), or null where each entry is one distinct value, in ascending order. */
  readonly edges: readonly number[] | null;
}

/** Summary of one side of a numeric column. */
export interface Moments {
  /** Number of finite values. */
  readonly n: number;
  readonly mean: number;
  /** Sum of squared deviations from the mean. */
  readonly squaredDeviations: number;
  readonly min: number;
  readonly max: number;
  readonly distinct: number;
}

/** Sums of waves of both sides, and what they were measured in. */
export interface Waves {
  readonly reference: WaveMoments;
  readonly current: WaveMoments;
  readonly unit: 'quartiles' | 'deviation';
}

/**
 * What only some methods need of a numeric column, gathered in a further visit where the method of the column asks.
 * `ranks`: sums over ranks. `waves`: sums of the waves of Epps and Singleton; null where the column does not vary.
 * `kernel`: the kernel test itself, of a seeded sample of both sides.
 */
export interface NumericDetail {
  readonly ranks?: RankSums;
  readonly waves?: Waves | null;
  readonly kernel?: TestOutcome;
  /** The kernel test with the width of the reference alone and p = #/100. */
  readonly referenceKernel?: TestOutcome;
}

export interface NumericEvidence extends NumericDetail {
  readonly kind: 'numeric';
  readonly reference: Moments;
  readonly current: Moments;
  /** Distinct values of both sides together. */
  readonly pooledDistinct: number;
  /** F and G are the empirical distribution functions: sup |F − G| and ∫ |F − G|. */
  readonly distributionGap: { readonly supremum: number; readonly area: number };
  /** Under the binning of the run; by value where the reference has at most 20 distinct values. */
  readonly counts: Counts;
  /** Sturges' bins of the distinct values of both sides, which the Hellinger distance is defined on. */
  readonly distinctValueCounts: Counts;
}

export interface CategoricalEvidence {
  readonly kind: 'categorical';
  readonly reference: { readonly n: number; readonly distinct: number };
  readonly current: { readonly n: number; readonly distinct: number };
  readonly pooledDistinct: number;
  /** One entry a category, categories in ascending order (numbers by value, text by code point). */
  readonly counts: Counts;
}

/** A column of free text: its texts counted as categories are, and how well a classifier of words tells the sides apart. */
export interface TextEvidence extends Omit<CategoricalEvidence, 'kind'> {
  readonly kind: 'text';
  readonly content: Separation;
}
