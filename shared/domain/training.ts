import { z } from 'zod';
import { derivation } from './settings.ts';
import { dataSource } from './dataset.ts';
import { reasons } from './profile.ts';

/** The kinds of model that can be trained. */
export const trainedKind = z.enum(['linear', 'logistic', 'boosted-trees']);
export type TrainedKind = z.infer<typeof trainedKind>;

/** Which rows are learned from; the others are the reference. */
export const trainingSplit = z.discriminatedUnion('by', [
  z.object({ by: z.literal('share'), share: z.number().gt(0).lt(1), seed: z.int().nonnegative().default(0) }),
  z.object({ by: z.literal('first'), rows: z.int().positive() }),
]);
export type TrainingSplit = z.infer<typeof trainingSplit>;

/** What a model is trained from, and how. */
export const trainingRequest = z.object({
  source: dataSource,
  target: z.string().min(1),
  features: z.array(z.string().min(1)).min(1),
  kind: trainedKind,
  categorical: z.array(z.string()).default([]).describe('Features that are categories although they are numbers; text always is.'),
  derive: z.array(derivation).default([]),
  where: z.string().nullable().default(null).describe('A SQL condition that rows must meet; it may use derived columns.'),
  split: trainingSplit.prefault({ by: 'share', share: 0.8 }),
  strength: z
    .number()
    .positive()
    .default(1)
    .describe('Logistic regression: how much rows weigh against small coefficients; C of scikit-learn.'),
});
export type TrainingRequest = z.infer<typeof trainingRequest>;

export const trainedFeature = z.object({
  column: z.string(),
  as: z.enum(['number', 'category']),
  missing: z.int().nonnegative().describe('Missing values in the training rows.'),
  categories: z.int().nonnegative().nullable().describe('Categories that the model knows; null for numbers.'),
  coefficient: z.number().nullable().describe('Linear models of one number: change of the prediction a unit; else null.'),
});
export type TrainedFeature = z.infer<typeof trainedFeature>;

const numbers = z.record(z.string(), z.number().nullable());

/** What training gave, beside the files it wrote. */
export const trainingResult = z.object({
  kind: trainedKind,
  task: z.enum(['regression', 'classification']),
  target: z.string(),
  features: z.array(trainedFeature),
  classes: z.array(z.string()).nullable(),
  intercept: z.number().nullable().describe('Linear models of one number; else null.'),
  train: numbers.describe('`rows` with a target that were learned from, and the metrics on them.'),
  reference: numbers.describe('`rows` with a target that were held out, and the metrics on them.'),
  reasons: z.object({ train: reasons, reference: reasons }).describe('Why a metric is null.'),
  withoutTarget: z.int().nonnegative().describe('Rows without a target: they are neither learned from nor measured.'),
  largestDifference: z
    .number()
    .nonnegative()
    .describe('Between the written model run on every row and what was trained, as a share of the size.'),
  notes: z.array(z.string()).describe('What was done to the data, in sentences.'),
  path: z.string(),
  bytes: z.int().nonnegative(),
  sha256: z.string(),
  card: z.string().describe('The model card beside it.'),
  referenceData: z.string().describe('The held-out rows with target and prediction.'),
  trainingData: z.string().nullable().describe('The rows learned from with target and prediction, where they were asked for.'),
});
export type TrainingResult = z.infer<typeof trainingResult>;
