import { z } from 'zod';
import { reasons } from './profile.ts';

/** Where the values of a bin lie. Without an end the bin is open there. */
const errorBin = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('range'), from: z.number().optional(), to: z.number().optional() }),
  z.object({ kind: z.literal('value'), value: z.string() }),
  z.object({ kind: z.literal('other') }),
  z.object({ kind: z.literal('missing') }),
]);
export type ErrorBin = z.infer<typeof errorBin>;

const binSide = z.object({
  rows: z.int().nonnegative(),
  share: z.number().nullable().describe('Of the rows used.'),
  meanError: z.number().nullable().describe('Mean of prediction − target; of classes as the mean size.'),
  meanSize: z.number().nullable().describe('Mean |prediction − target|; of classes the share that is predicted wrong.'),
  reasons,
});
export type BinSide = z.infer<typeof binSide>;

const biasSide = z.object({
  underestimated: z
    .union([z.number(), z.string()])
    .nullable()
    .describe('Mean or most common value of the feature where errors are lowest.'),
  majority: z.union([z.number(), z.string()]).nullable(),
  overestimated: z.union([z.number(), z.string()]).nullable(),
  range: z
    .number()
    .nullable()
    .describe('Distance between over- and underestimated rows as a share of the range; of categories 1 where they differ, else 0.'),
  reasons,
});
export type BiasSide = z.infer<typeof biasSide>;

const featureErrors = z.object({
  feature: z.string(),
  kind: z.enum(['numeric', 'categorical']),
  unevenness: z
    .number()
    .nullable()
    .describe('Mean over current rows of |change of the mean size in their bin − change over all rows|; bins of few rows left out.'),
  most: z.int().nonnegative().nullable().describe('The bin, counted from 0, where the size rose most beyond the whole; null: none rose.'),
  bins: z.array(z.object({ bin: errorBin, reference: binSide.nullable(), current: binSide.nullable() })),
  bias: z
    .object({ reference: biasSide.nullable(), current: biasSide.nullable() })
    .describe('Of predicted numbers: the feature in the rows with the lowest and the highest 5 % of errors.'),
  reasons,
});
export type FeatureErrors = z.infer<typeof featureErrors>;

const whole = z.object({ reference: binSide.nullable(), current: binSide.nullable() });

/** How large errors are over the values of each feature, the features where that changed most first. */
export const errorByFeature = z.object({
  task: z.enum(['regression', 'classification']),
  whole: whole.describe('Over all rows used.'),
  features: z.array(featureErrors),
  moreFeatures: z.int().nonnegative().describe('Features beyond the first hundred, which are left out.'),
});
export type ErrorByFeature = z.infer<typeof errorByFeature>;
