import type { ClassCounts } from '../classification/classCounts.ts';
import type { MetricValue } from '../defineMetric.ts';

/** Says how differently groups are predicted. One file in fairness/, one line in fairnessMetrics.ts. */
export interface FairnessMetric {
  /** Permanent, kebab-case. */
  readonly id: string;
  readonly label: string;
  /** Names of other systems. */
  readonly aliases: readonly string[];
  /** What groups that are predicted alike have: a difference of 0, or a ratio of 1. */
  readonly better: 'nearer-zero' | 'nearer-one';
  /** One sentence for lists. */
  readonly summary: string;
  /** The highest against the lowest of all groups; no group goes before another. */
  between(groups: readonly ClassCounts[]): MetricValue;
  /** All other groups together against the privileged one; its sign says who is worse off. */
  against(others: ClassCounts, privileged: ClassCounts): MetricValue;
}

export function defineFairnessMetric(metric: FairnessMetric): FairnessMetric {
  return Object.freeze(metric);
}
