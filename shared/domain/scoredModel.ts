import { z } from 'zod';
import { mappedInput, modelTask, predictionColumn, scoringSettings } from './model.ts';

/** The model of a report: both sides are scored with it before they are compared. */
export const modelSetting = scoringSettings.extend({
  path: z.string({ error: 'name the model, an ONNX file' }).min(1).describe('An ONNX file.'),
});
export type ModelSetting = z.infer<typeof modelSetting>;

const counts = z.record(z.string(), z.int().nonnegative());

/** What scoring one side gave. */
export const scoredSide = z.object({
  rows: z.int().nonnegative(),
  missing: counts.describe('Column → missing values that the model was given something for.'),
  notFinite: counts.describe('Prediction column → values that are no finite number.'),
  replaced: z.array(z.string()).describe('Columns of the data that a prediction of the same name stands in place of.'),
});
export type ScoredSide = z.infer<typeof scoredSide>;

/** The model whose predictions a report is about, and what came of scoring with it. */
export const reportModel = z.object({
  name: z.string(),
  path: z.string(),
  version: z.string(),
  sha256: z.string(),
  task: modelTask,
  mapped: z.array(mappedInput),
  predictions: z.array(predictionColumn),
  notes: z.array(z.string()).describe('What was done to the copy of the model that ran, in sentences.'),
  reference: scoredSide,
  current: scoredSide,
});
export type ReportModel = z.infer<typeof reportModel>;
