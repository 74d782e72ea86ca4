import { z } from 'zod';
import { reasons } from './profile.ts';

/** How far from the middle of the reference a value is an outlier. */
export const outlierSettings = z.object({
  iqrFactor: z.number().positive().default(1.5).describe('Beyond the quartiles by this many times their distance.'),
  zLimit: z.number().positive().default(3).describe('Beyond the mean by this many standard deviations.'),
});
export type OutlierSettings = z.infer<typeof outlierSettings>;

const rowCount = z.int().nonnegative();

const outlierSide = z.object({
  valid: rowCount.describe('Finite values.'),
  below: rowCount,
  above: rowCount,
  share: z.number().nullable().describe('Below or above, of the finite values.'),
  reasons,
});
export type OutlierSide = z.infer<typeof outlierSide>;

/** One rule on one column: fences from the reference, and the values beyond them on both sides. */
export const outlierRule = z.object({
  lower: z.number(),
  upper: z.number(),
  reference: outlierSide,
  current: outlierSide,
  sql: z.string().describe('The rows of current beyond the fences.'),
});
export type OutlierRule = z.infer<typeof outlierRule>;

export const outlierColumn = z.object({
  column: z.string(),
  iqr: outlierRule.nullable().describe('Beyond the quartiles of the reference.'),
  zScore: outlierRule.nullable().describe('Beyond the mean of the reference.'),
  reasons,
});
export type OutlierColumn = z.infer<typeof outlierColumn>;

/** Values far from the middle of the reference, by numeric column. */
export const outliersSection = z.object({ iqrFactor: z.number(), zLimit: z.number(), columns: z.array(outlierColumn) });
export type OutliersSection = z.infer<typeof outliersSection>;
