import type { SampleMoments } from '../stats/moments.ts';

/** What regression metrics are worked out from, of one side. An error is prediction − target. */
export interface RegressionEvidence {
  /** Rows used: target and prediction are finite, and so is the weight, which is above 0. */
  readonly rows: number;
  /** Sum of their weights; the rows where none are named. What follows is weighted but for what says otherwise. */
  readonly weight: number;
  readonly errors: SampleMoments;
  /** The same with every row counted once. */
  readonly unweightedErrors: SampleMoments;
  readonly smallestError: number;
  readonly largestError: number;
  readonly absoluteErrorSum: number;
  readonly targets: SampleMoments;
  /** Over rows whose target is not 0: |error| / |target|. */
  readonly relative: { readonly weight: number; readonly sum: number };
  /** Σ |error| / max(target, 2⁻⁵²), signs and all; only where a run asks for the numbers of another system. */
  readonly relativeToTarget?: number;
}
