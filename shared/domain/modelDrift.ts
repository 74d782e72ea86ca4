import { z } from 'zod';
import { reasons } from './profile.ts';

/** Column → how much it matters to the model, on any scale. */
export const importances = z.record(z.string(), z.number().nonnegative());

const roleDrift = z.object({
  role: z.enum(['target', 'prediction']),
  column: z.string(),
  drifted: z.boolean().nullable().describe('The verdict of the table of columns; null: not tested, or not among the columns.'),
  sentence: z.string(),
  reasons,
});
export type RoleDrift = z.infer<typeof roleDrift>;

const numbersSide = z.object({
  rows: z.int().nonnegative().describe('Rows with both.'),
  meanTarget: z.number().nullable(),
  meanPrediction: z.number().nullable(),
  correlation: z.number().nullable().describe('Pearson’s, of target and prediction.'),
  reasons,
});
export type NumbersSide = z.infer<typeof numbersSide>;

const classesSide = z.object({
  rows: z.int().nonnegative().describe('Rows with both.'),
  agreement: z.number().nullable().describe('Share of them in which the prediction is the target.'),
  reasons,
});
export type ClassesSide = z.infer<typeof classesSide>;

/** How target and prediction go together; a side is null that lacks one of them. Means and correlation to nine digits. */
const roleRelation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('numbers'), reference: numbersSide.nullable(), current: numbersSide.nullable() }),
  z.object({ kind: z.literal('classes'), reference: classesSide.nullable(), current: classesSide.nullable() }),
]);
export type RoleRelation = z.infer<typeof roleRelation>;

const columnImportance = z.object({
  column: z.string(),
  importance: z.number().describe('Share of the importance of all columns.'),
  shift: z.number().nullable().describe('How far the column moved, from 0 to 1, comparable between columns.'),
  drifted: z.boolean(),
  reasons,
});
export type ColumnImportance = z.infer<typeof columnImportance>;

const weightedDrift = z.object({
  source: z.enum(['given', 'estimated']),
  explains: z.string().nullable().describe('The column that the estimate predicts; null where importances were given.'),
  explained: z.number().nullable().describe('Share of its variance that the estimate’s forest explains on rows it has not seen.'),
  rows: z.int().nullable().describe('Reference rows that the estimate looked at.'),
  score: z.number().nullable().describe('Shifts weighted by importance, as their cubic mean, from 0 to 1.'),
  driftedImportance: z.number().nullable().describe('Share of the importance that lies on drifted columns.'),
  columns: z.array(columnImportance).describe('The most important first.'),
  reasons,
});
export type WeightedDrift = z.infer<typeof weightedDrift>;

/** What drift means to the model: its target, its prediction, and the columns it rests on. */
export const modelDriftSection = z.object({
  roles: z.array(roleDrift),
  relation: roleRelation.nullable(),
  weighted: weightedDrift.nullable(),
  reasons,
});
export type ModelDriftSection = z.infer<typeof modelDriftSection>;
