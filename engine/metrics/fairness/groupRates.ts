import type { ClassCounts } from '../classification/classCounts.ts';
import type { MetricValue } from '../defineMetric.ts';

/** A rate of one group: how many of how many. */
export interface Rate {
  readonly part: number;
  readonly of: number;
  /** Why there is no rate where `of` is 0. */
  readonly otherwise: Exclude<MetricValue, number>;
}

export type RateOf = (group: ClassCounts) => Rate;

const rowsOf = ({ truePositives, falsePositives, falseNegatives, trueNegatives }: ClassCounts): number =>
  truePositives + falsePositives + falseNegatives + trueNegatives;

const noRows = { none: 'no-valid-values' } as const;

/** The rates that fairness is about. */
export const groupRates = {
  selectionRate: (group) => ({ part: group.truePositives + group.falsePositives, of: rowsOf(group), otherwise: noRows }),
  truePositiveRate: ({ truePositives, falseNegatives }) => ({
    part: truePositives,
    of: truePositives + falseNegatives,
    otherwise: { none: 'no-positives' },
  }),
  falsePositiveRate: ({ falsePositives, trueNegatives }) => ({
    part: falsePositives,
    of: falsePositives + trueNegatives,
    otherwise: { none: 'no-negatives' },
  }),
  precision: ({ truePositives, falsePositives }) => ({
    part: truePositives,
    of: truePositives + falsePositives,
    otherwise: { none: 'none-selected' },
  }),
  falseOmissionRate: ({ falseNegatives, trueNegatives }) => ({
    part: falseNegatives,
    of: falseNegatives + trueNegatives,
    otherwise: { none: 'all-selected' },
  }),
  accuracy: (group) => ({ part: group.truePositives + group.trueNegatives, of: rowsOf(group), otherwise: noRows }),
} as const satisfies Readonly<Record<string, RateOf>>;

export function rateValue({ part, of, otherwise }: Rate): MetricValue {
  return of === 0 ? otherwise : part / of;
}
