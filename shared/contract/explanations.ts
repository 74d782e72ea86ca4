import { z } from 'zod';
import { dataSource } from '../domain/dataset.ts';
import { driftAttribution, modelExplanation, rowExplanation } from '../domain/explanation.ts';
import { scoringSettings } from '../domain/model.ts';
import { derivation } from '../domain/settings.ts';
import { robustnessReport, robustnessSettings } from '../domain/robustness.ts';
import { job, query } from './operation.ts';

const explained = z.object({
  source: dataSource,
  model: z.string().min(1).describe('An ONNX file, or a model of the registry: name, name@alias, name@3.'),
  settings: scoringSettings.prefault({}),
  derive: z.array(derivation).default([]).describe('Columns worked out in SQL, on both sides; they may be features.'),
  where: z.string().nullable().default(null).describe('A SQL condition that rows must meet, background rows too.'),
  notFeatures: z.array(z.string()).default([]).describe('Columns that no input is filled from unless by hand.'),
  target: z.string().nullable().default(null).describe('What the model is to predict; it is no feature.'),
  class: z.string().nullable().default(null).describe('The class that is explained; null: the positive one of two, each of several.'),
  seed: z.int().nonnegative().default(0),
});

const withBackground = explained.extend({
  background: dataSource.nullable().default(null).describe('Rows that stand for what is usual; null: rows of the data themselves.'),
  backgroundRows: z.int().min(1).max(2000).default(100),
});

/** The forms in which an explanation is written. */
export const explanationFormat = z.enum(['html', 'json']);
export type ExplanationFormat = z.infer<typeof explanationFormat>;

export const explanations = {
  row: job({
    route: '/explanations/row',
    summary: 'Take the prediction of one row apart, as it stands in the data or with values set anew.',
    input: withBackground.extend({
      row: z.int().positive().nullable().default(null).describe('Its number in the data, from 1; null: all values are given.'),
      values: z
        .record(z.string(), z.union([z.number(), z.string(), z.boolean()]).nullable())
        .default({})
        .describe('Column → value in place of that of the row; null is missing.'),
      permutations: z.int().min(1).max(1000).default(10).describe('Orders of the columns for each background row, each taken both ways.'),
    }),
    output: rowExplanation,
  }),
  model: job({
    route: '/explanations/model',
    summary: 'Explain a model on a sample of data: mean |SHAP|, permutation importance, partial dependence.',
    input: withBackground.extend({
      rows: z.int().min(1).max(10_000).default(100).describe('Rows whose predictions are taken apart.'),
      permutations: z.int().min(1).max(1000).default(1).describe('Orders of the columns for each pair of a row and a background row.'),
      curveRows: z.int().min(1).max(100_000).default(1000).describe('Rows that importance and curves rest on.'),
      repeats: z.int().min(1).max(1000).default(5).describe('How often each column is shuffled.'),
      metric: z.string().nullable().default(null).describe('The metric of permutation importance; null: rmse, roc-auc or accuracy.'),
      gridSize: z.int().min(2).max(200).default(20).describe('Points of a curve at most.'),
      curves: z.int().min(0).max(1000).default(6).describe('Curves of so many columns, those that contribute most.'),
    }),
    output: modelExplanation,
  }),
  drift: job({
    route: '/explanations/drift',
    summary: 'How much of the change of the mean prediction from reference to current each column explains.',
    input: explained.extend({
      reference: dataSource,
      rows: z.int().min(2).max(100_000).default(2000).describe('Rows drawn a side; as many of each as the smaller has.'),
      permutations: z.int().min(1).max(1000).default(2).describe('Orders of the columns for each pair of rows.'),
    }),
    output: driftAttribution,
  }),
  robustness: job({
    route: '/explanations/robustness',
    summary: 'Make the inputs of a model worse and measure how predictions and metrics move.',
    input: explained.extend({
      rows: z.int().min(1).max(100_000).default(1000).describe('Rows drawn.'),
      robustness: robustnessSettings.prefault({}),
    }),
    output: robustnessReport,
  }),
  render: query({
    route: '/explanations/render',
    summary: 'An explanation as a page or as JSON.',
    input: z.object({
      explanation: z.discriminatedUnion('kind', [rowExplanation, modelExplanation, driftAttribution, robustnessReport]),
      format: explanationFormat,
    }),
    output: z.object({ fileName: z.string(), mimeType: z.string(), content: z.string(), bytes: z.int().nonnegative() }),
  }),
};
