import { z } from 'zod';
import { modelTask } from './model.ts';
import { reasons } from './profile.ts';
import { derivation } from './settings.ts';

/** A number of the model that is explained. */
export const explainedNumber = z.object({
  name: z.string().describe('The class, or the prediction column.'),
  kind: z.enum(['prediction', 'probability', 'label']).describe('label: 1 where the model says that class, else 0.'),
  class: z.string().nullable().describe('null for the prediction of a regression.'),
});
export type ExplainedNumber = z.infer<typeof explainedNumber>;

/** A value of a column as a model was given it; null is missing. */
export const cellValue = z.union([z.number(), z.string()]).nullable();
export type CellValue = z.infer<typeof cellValue>;

/** Rows that were drawn from a data set. */
export const drawnRows = z.object({
  name: z.string(),
  path: z.string(),
  numberOfRows: z.int().nonnegative().describe('All rows of the data that meet the condition.'),
  rows: z.int().nonnegative().describe('Rows that were drawn and used.'),
  leftOut: z.int().nonnegative().describe('Rows drawn for which the model gives no finite number.'),
});
export type DrawnRows = z.infer<typeof drawnRows>;

/** What every explanation says of itself. */
export const explanationHead = {
  createdAt: z.string(),
  producedBy: z.object({ name: z.literal('driftglass'), version: z.string() }),
  model: z.object({ name: z.string(), version: z.string(), path: z.string(), sha256: z.string(), task: modelTask }),
  derive: z.array(derivation),
  where: z.string().nullable(),
  seed: z.int(),
  evaluations: z.int().nonnegative().describe('Rows that the model was given.'),
};

/** What one column adds to the prediction of one row. */
export const contribution = z.object({
  column: z.string(),
  value: cellValue,
  contribution: z.number().describe('In units of the explained number; base and contributions sum to the prediction.'),
  error: z.number().nonnegative().describe('Standard error, from the background rows and the orders that were drawn.'),
});
export type Contribution = z.infer<typeof contribution>;

/** The prediction of one row, taken apart. */
export const rowExplanation = z.object({
  kind: z.literal('row'),
  ...explanationHead,
  data: drawnRows.nullable().describe('null where all values were given.'),
  background: drawnRows,
  permutations: z.int().positive(),
  row: z.int().positive().nullable().describe('Its number in the data, from 1; null where all values were given.'),
  changed: z.array(z.object({ column: z.string(), from: cellValue, to: cellValue })),
  label: z.string().nullable().describe('The class that is predicted; null for a regression.'),
  labelBefore: z.string().nullable().describe('The same before anything was changed; null where nothing was.'),
  numbers: z.array(
    explainedNumber.extend({
      base: z.number().describe('Mean over the background rows.'),
      prediction: z.number(),
      before: z.number().nullable().describe('The prediction before anything was changed; null where nothing was.'),
      contributions: z.array(contribution).describe('The largest first, whatever their sign.'),
    }),
  ),
});
export type RowExplanation = z.infer<typeof rowExplanation>;

/** How much a column contributes over many rows. */
export const columnContribution = z.object({
  column: z.string(),
  meanAbsolute: z.number().nonnegative().describe('Mean of |contribution| over the rows.'),
  standardDeviation: z.number().nonnegative().describe('Of |contribution| over the rows.'),
  error: z.number().nonnegative().describe('Standard error of the mean, from the rows that were drawn.'),
  mean: z.number().describe('Mean of the contribution, with its sign.'),
  share: z.number().min(0).max(1).describe('Of the sum over all columns.'),
});
export type ColumnContribution = z.infer<typeof columnContribution>;

export const permutedColumn = z.object({
  column: z.string(),
  importance: z.number().nullable().describe('How much worse the metric gets when the column is shuffled.'),
  standardDeviation: z.number().nullable().describe('Over the repeats.'),
  reasons,
});
export type PermutedColumn = z.infer<typeof permutedColumn>;

export const permutationImportance = z.object({
  metric: z.string(),
  better: z.enum(['higher', 'lower', 'nearer-zero']),
  baseline: z.number().describe('The metric with all columns in their places.'),
  rows: z.int().positive(),
  repeats: z.int().positive(),
  columns: z.array(permutedColumn),
});
export type PermutationImportance = z.infer<typeof permutationImportance>;

/** The prediction on average when a column is set to one value in every row. */
export const dependencePoint = z.object({
  at: z.union([z.number(), z.string()]),
  mean: z.number(),
  low: z.number().describe('The lower end of the band of single rows: their quantile at 0.1.'),
  high: z.number().describe('Its upper end: their quantile at 0.9.'),
});
export type DependencePoint = z.infer<typeof dependencePoint>;

export const columnDependence = z.object({
  column: z.string(),
  kind: z.enum(['numeric', 'categorical']),
  rows: z.int().nonnegative(),
  numbers: z.array(explainedNumber.extend({ points: z.array(dependencePoint) })),
  problem: z.string().nullable().describe('Why there is no curve; null where there is one.'),
});
export type ColumnDependence = z.infer<typeof columnDependence>;

/** What a model does on data as a whole. */
export const modelExplanation = z.object({
  kind: z.literal('model'),
  ...explanationHead,
  data: drawnRows,
  background: drawnRows,
  permutations: z.int().positive(),
  target: z.string().nullable(),
  numbers: z.array(
    explainedNumber.extend({
      base: z.number().describe('Mean over the background rows.'),
      mean: z.number().describe('Mean over the explained rows.'),
      columns: z.array(columnContribution).describe('The largest mean of |contribution| first.'),
    }),
  ),
  importance: permutationImportance.nullable().describe('null without a target, or where it cannot be measured.'),
  importanceProblem: z.string().nullable().describe('Why importance is null.'),
  dependence: z.array(columnDependence),
});
export type ModelExplanation = z.infer<typeof modelExplanation>;

/** How much of the change of the mean prediction one column explains. */
export const columnAttribution = z.object({
  column: z.string(),
  attribution: z.number().describe('In units of the explained number; the attributions sum to the change.'),
  error: z.number().nonnegative().describe('Standard error, from the rows and the orders that were drawn.'),
  importance: z.number().min(0).max(1).describe('Share of mean |SHAP| over current rows against the reference.'),
  shift: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe('How far the column moved, 0 to 1: gap of the distribution functions, or Cramér’s V.'),
  risk: z.number().min(0).max(1).nullable().describe('Shift × importance.'),
  reasons,
});
export type ColumnAttribution = z.infer<typeof columnAttribution>;

/** Why the mean prediction of current data differs from that of the reference. */
export const driftAttribution = z.object({
  kind: z.literal('drift'),
  ...explanationHead,
  reference: drawnRows,
  current: drawnRows,
  permutations: z.int().positive(),
  numbers: z.array(
    explainedNumber.extend({
      reference: z.number().describe('Mean prediction of the reference rows.'),
      current: z.number().describe('Mean prediction of the current rows.'),
      change: z.number(),
      error: z.number().nonnegative().describe('Standard error of the change, from the rows that were drawn.'),
      columns: z.array(columnAttribution).describe('The largest attribution first, whatever its sign.'),
    }),
  ),
});
export type DriftAttribution = z.infer<typeof driftAttribution>;
