import { z } from 'zod';
import { rateIds } from './fairnessRates.ts';
import { usedRows } from './performance.ts';
import { reasons } from './profile.ts';

export const fairnessSettings = z.object({
  sensitive: z.array(z.string()).default([]).describe('Columns whose groups are compared.'),
  privileged: z.record(z.string(), z.string()).default({}).describe('Column → the group that the others are set against.'),
  resamples: z.int().min(0).max(10_000).default(1000).describe('Of the bootstrap intervals; 0 leaves them out.'),
  seed: z.int().nonnegative().default(0).describe('Of the bootstrap.'),
  smallGroup: z.int().nonnegative().default(30).describe('Groups with fewer rows are pointed out.'),
});
export type FairnessSettings = z.infer<typeof fairnessSettings>;

/** From, to; 95 %. */
const interval = z.tuple([z.number(), z.number()]);
export type Interval = z.infer<typeof interval>;

const groupSide = z.object({
  rows: z.int().nonnegative(),
  truePositives: z.int().nonnegative(),
  falsePositives: z.int().nonnegative(),
  falseNegatives: z.int().nonnegative(),
  trueNegatives: z.int().nonnegative(),
  selectionRate: z.number().nullable().describe('Predicted to be positive / rows.'),
  truePositiveRate: z.number().nullable().describe('True positives / positives.'),
  falsePositiveRate: z.number().nullable().describe('False positives / negatives.'),
  precision: z.number().nullable().describe('True positives / predicted to be positive.'),
  falseOmissionRate: z.number().nullable().describe('False negatives / predicted to be negative.'),
  accuracy: z.number().nullable().describe('Rightly predicted / rows.'),
  intervals: z.partialRecord(z.enum(rateIds), interval.nullable()).describe('Wilson’s, 95 %; null where there is no rate.'),
  reasons,
});
export type FairnessGroupSide = z.infer<typeof groupSide>;

const fairnessGroup = z.object({
  group: z.string(),
  privileged: z.boolean(),
  small: z.boolean().default(false).describe('One side has fewer rows than the settings ask for.'),
  reference: groupSide.nullable(),
  current: groupSide.nullable(),
  reasons,
});
export type FairnessGroup = z.infer<typeof fairnessGroup>;

const disparity = z.object({
  metric: z.string().describe('Id of the metric; docs/metrics.'),
  convention: z
    .enum(['between-groups', 'against-privileged'])
    .describe('Highest against lowest of all groups, never negative; or all other groups together against the privileged one, signed.'),
  reference: z.number().nullable(),
  current: z.number().nullable(),
  intervals: z
    .object({ reference: interval.nullable(), current: interval.nullable() })
    .describe('Percentile bootstrap, 95 %; null where there is no value or no bootstrap.'),
  belowFourFifths: z
    .object({ reference: z.boolean(), current: z.boolean() })
    .nullable()
    .describe('Of disparate impact: whether one group is selected less than four fifths as often as another.'),
  reasons,
});
export type Disparity = z.infer<typeof disparity>;

const sensitiveColumn = z.object({
  column: z.string(),
  privileged: z.string().nullable(),
  groupedBy: z
    .enum(['values', 'quarters', 'columns'])
    .describe('A number with many values is cut at the quartiles of the reference; `columns`: groups in which several columns meet.'),
  rows: z.object({ reference: usedRows.nullable(), current: usedRows.nullable() }),
  groups: z.array(fairnessGroup).describe('In ascending order.'),
  disparities: z.array(disparity),
});
export type SensitiveColumn = z.infer<typeof sensitiveColumn>;

/** Whether groups of people are predicted alike, reference beside current. */
export const fairnessSection = z.object({
  target: z.string(),
  prediction: z.string().nullable().describe('null: a probability a class was named in its place.'),
  positiveLabel: z.string(),
  probabilityThreshold: z.number().nullable(),
  resamples: z.int().nonnegative(),
  columns: z.array(sensitiveColumn),
  intersection: sensitiveColumn
    .nullable()
    .default(null)
    .describe('The groups in which all these columns meet; null: fewer than two columns, or a finding says why not.'),
});
export type FairnessSection = z.infer<typeof fairnessSection>;
