import { z } from 'zod';
import { performanceTask } from './performance.ts';
import { reasons } from './profile.ts';

export const segmentSettings = z.object({
  by: z
    .array(z.string())
    .default([])
    .describe('Columns whose values, or quarters of whose range, are the segments; empty: the first features of few categories.'),
  minimumRows: z.int().min(1).default(30).describe('Smaller segments have no metrics.'),
  confidence: z.number().gt(0).lt(1).nullable().default(null).describe('Of the intervals of the metrics; null: none are worked out.'),
  replicates: z.int().min(50).max(100_000).default(1000).describe('How often rows are drawn anew for the intervals.'),
});
export type SegmentSettings = z.infer<typeof segmentSettings>;

const segmentMetric = z.object({
  metric: z.string().describe('Id of the metric.'),
  value: z.number().nullable(),
  interval: z
    .tuple([z.number(), z.number()])
    .nullable()
    .optional()
    .describe('Percentile bootstrap; absent where it was not asked for or there is no value, null with a reason where there is none.'),
  reasons,
});
export type SegmentMetric = z.infer<typeof segmentMetric>;

const segmentSide = z.object({
  rows: z.int().nonnegative().describe('With target and prediction.'),
  metrics: z.array(segmentMetric),
});
export type SegmentSide = z.infer<typeof segmentSide>;

const segment = z.object({
  label: z.string(),
  reference: segmentSide.nullable(),
  current: segmentSide.nullable(),
});
export type Segment = z.infer<typeof segment>;

const segmentation = z.object({
  column: z.string(),
  cut: z.enum(['values', 'quarters']),
  otherValues: z.int().nonnegative().describe('Values that are too rare for a segment of their own and share one.'),
  segments: z.array(segment),
});
export type Segmentation = z.infer<typeof segmentation>;

/** Every metric of the model by segment, reference beside current. */
export const performanceBySegment = z.object({
  task: performanceTask,
  target: z.string(),
  prediction: z.string().nullable(),
  positiveLabel: z.string().nullable(),
  minimumRows: z.int(),
  confidence: z.number().nullable(),
  replicates: z.int(),
  overall: segment,
  columns: z.array(segmentation),
});
export type PerformanceBySegment = z.infer<typeof performanceBySegment>;
