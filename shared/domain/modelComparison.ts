import { z } from 'zod';
import { dataSource } from './dataset.ts';
import { modelTask } from './model.ts';
import { performanceBySegment } from './performanceBySegment.ts';
import { reasons } from './profile.ts';
import { derivation } from './settings.ts';

const model = z.string().min(1).describe('A path, name, name@alias or name@version.');

/** Two models and the data to compare them on. */
export const modelComparisonRequest = z.object({
  champion: model,
  challenger: model,
  data: dataSource,
  target: z.string().nullable().default(null).describe('The column with the truth; null: only where they disagree.'),
  positiveLabel: z.string().nullable().default(null),
  derive: z.array(derivation).default([]).describe('Columns worked out in SQL; they may be features, or the target.'),
  where: z.string().nullable().default(null),
  ignore: z.array(z.string()).default([]).describe('Columns that are no features.'),
  by: z.array(z.string()).default([]).describe('Columns that make segments; empty: the first ones of few categories.'),
  confidence: z.number().gt(0).lt(1).default(0.95).describe('Of the intervals of the differences.'),
  replicates: z.int().min(50).max(100_000).default(1000),
  seed: z.int().nonnegative().default(1),
  examples: z.int().min(0).max(500).default(10).describe('How many of the rows with the largest disagreement are shown.'),
});
export type ModelComparisonRequest = z.infer<typeof modelComparisonRequest>;

/** One of the two models. */
export const comparedModel = z.object({
  reference: z.string(),
  name: z.string(),
  version: z.int().nullable(),
  sha256: z.string(),
  rowsPerSecond: z.number().nullable().describe('From data on disk to predictions on disk; null where it was too quick to tell.'),
});
export type ComparedModel = z.infer<typeof comparedModel>;

/** A metric of both models on the same rows. */
export const metricDifference = z.object({
  metric: z.string().describe('Id of the metric.'),
  champion: z.number().nullable(),
  challenger: z.number().nullable(),
  difference: z.number().nullable().describe('challenger − champion.'),
  interval: z
    .tuple([z.number(), z.number()])
    .nullable()
    .describe('Percentile bootstrap of the difference, the same rows drawn anew for both; null where it cannot be told.'),
  verdict: z
    .enum(['better', 'worse', 'undecided'])
    .nullable()
    .describe('Of the challenger: undecided where the interval holds 0; null without an interval.'),
  reasons,
});
export type MetricDifference = z.infer<typeof metricDifference>;

/** A row on which the models say different things. */
const disagreement = z.object({
  row: z.int().min(1).describe('Its number among the rows compared, from 1.'),
  champion: z.union([z.number(), z.string()]).nullable(),
  challenger: z.union([z.number(), z.string()]).nullable(),
  size: z.number().describe('|challenger − champion| of numbers and probabilities; 1 of classes.'),
  target: z.union([z.number(), z.string()]).nullable(),
});
export type Disagreement = z.infer<typeof disagreement>;

export const disagreements = z.object({
  measuredOn: z.enum(['values', 'probabilities', 'classes']),
  rows: z.int().nonnegative().describe('Rows on which both predict.'),
  different: z.int().nonnegative().describe('Of those, rows on which predictions differ; of classes, where the classes do.'),
  share: z.number().nullable(),
  meanSize: z.number().nullable(),
  largest: z.number().nullable(),
  onlyOne: z.int().nonnegative().describe('Rows on which only one of the two predicts.'),
  quantiles: z.array(z.object({ share: z.number(), value: z.number() })).describe('Of the size, over the rows on which both predict.'),
  examples: z.array(disagreement).describe('Largest first; of equal ones the first in the data.'),
  reasons,
});
export type Disagreements = z.infer<typeof disagreements>;

/** Champion and challenger on the same data. */
export const modelComparison = z.object({
  champion: comparedModel,
  challenger: comparedModel,
  data: z.object({ path: z.string(), numberOfRows: z.int().nonnegative() }),
  task: modelTask,
  target: z.string().nullable(),
  positiveLabel: z.string().nullable(),
  confidence: z.number(),
  replicates: z.int(),
  usedRows: z.int().nonnegative().describe('Rows with a target and both predictions; 0 without a target.'),
  metrics: z.array(metricDifference),
  segments: performanceBySegment.nullable().describe('`reference` is the champion, `current` the challenger; null without a target.'),
  disagreements,
});
export type ModelComparison = z.infer<typeof modelComparison>;

/** Two models and a folder whose files are scored one after another. */
export const replayRequest = modelComparisonRequest.omit({ by: true, confidence: true, replicates: true, seed: true, examples: true });
export type ReplayRequest = z.infer<typeof replayRequest>;

const replayedFile = z.object({
  name: z.string(),
  rows: z.int().nonnegative(),
  metrics: z.array(z.object({ metric: z.string(), champion: z.number().nullable(), challenger: z.number().nullable(), reasons })),
  meanPrediction: z.object({ champion: z.number().nullable(), challenger: z.number().nullable() }),
  shareDifferent: z.number().nullable(),
  problem: z.string().nullable().describe('Why this file could not be scored; the others are.'),
});
export type ReplayedFile = z.infer<typeof replayedFile>;

/** The history as each of the two models makes it. */
export const replay = z.object({
  champion: comparedModel,
  challenger: comparedModel,
  task: modelTask.nullable(),
  target: z.string().nullable(),
  files: z.array(replayedFile).describe('In the order of their names.'),
});
export type Replay = z.infer<typeof replay>;
