import { z } from 'zod';
import { reasons } from './profile.ts';

export const weakSegmentSettings = z.object({
  minimumShare: z.number().min(0.001).max(0.5).default(0.05).describe('Weak segments hold at least this share of the current rows.'),
});

/** What a segment can be worse in than the rest. */
export const segmentMeasure = z.enum(['error', 'missing', 'drift']);
export type SegmentMeasure = z.infer<typeof segmentMeasure>;

const segmentSide = z.object({
  rows: z.int().nonnegative(),
  value: z.number().nullable(),
  reasons,
});

const weakSegment = z.object({
  columns: z.array(z.string()).describe('The one or two columns that make the segment.'),
  where: z.string().describe('The rows of the segment as a SQL condition.'),
  rows: z.int().nonnegative().describe('Rows of current in the segment.'),
  share: z.number().describe('Of the rows of current.'),
  value: z.number().describe('The measure in the segment, of the current data.'),
  reference: segmentSide.describe('The same rows of the reference.'),
  interval: z.tuple([z.number(), z.number()]).optional().describe('95 % interval of the value, where the measure is a mean.'),
  pValue: z.number().describe('That the rest of the data is no different; adjusted for all segments that were searched.'),
  mostDrifted: z.string().optional().describe('The column that differs more in the segment than elsewhere, where the measure is drift.'),
});
export type WeakSegment = z.infer<typeof weakSegment>;

const segmentSearch = z.object({
  measure: segmentMeasure,
  unit: z.enum(['absolute-error', 'error-rate', 'share-of-cells', 'cramers-v']).describe('What the values are.'),
  overall: z.object({ reference: z.number().nullable(), current: z.number().nullable(), reasons }),
  rows: z.int().nonnegative().describe('Rows of current that have the measure.'),
  columns: z.int().nonnegative().describe('Columns that were searched.'),
  pairs: z.int().nonnegative().describe('Pairs of columns that were searched.'),
  searched: z.int().nonnegative().describe('Segments that were large enough and looked at.'),
  segments: z.array(weakSegment).describe('The worst, worst first; chance is no explanation for any of them.'),
});
export type SegmentSearch = z.infer<typeof segmentSearch>;

/** Where the data or the model is worst. */
export const weakSegmentsSection = z.object({
  minimumShare: z.number(),
  searches: z.array(segmentSearch),
});
export type WeakSegmentsSection = z.infer<typeof weakSegmentsSection>;
