import type { SampleMoments } from '../stats/moments.ts';

/** What regression metrics are worked out from, of one side. An error is prediction − target. */
export interface RegressionEvidence {
  /** Rows used: target and prediction are finite. */
  readonly rows: number;
  readonly errors: SampleMoments;
  readonly smallestError: number;
  readonly largestError: number;
  readonly absoluteErrorSum: number;
  readonly targets: SampleMoments;
  /** Over rows whose target is not 0: |error| / |target|. */
  readonly relative: { readonly rows: number; readonly sum: number };
  /** Σ |error| / max(target, 2⁻⁵²), signs and all; only where a run asks for the numbers of another system. */
  readonly relativeToTarget?: number;
}
