import { z } from 'zod';
import { reasons } from './profile.ts';

const rowCount = z.int().nonnegative();

/** Rows with the same features, and the targets they have. */
export const conflict = z.object({
  features: z.record(z.string(), z.string().nullable()).describe('Feature → its value as text; null where it is missing.'),
  rows: rowCount,
  targets: z.array(z.object({ target: z.string(), rows: rowCount })).describe('Most frequent first.'),
});
export type Conflict = z.infer<typeof conflict>;

const conflictSide = z.object({
  rows: rowCount.describe('Rows with a target.'),
  conflictingRows: rowCount.describe('Rows whose features another row has with a different target.'),
  share: z.number().nullable().describe('Conflicting rows, of the rows with a target.'),
  patterns: rowCount.describe('Distinct features that conflict.'),
  examples: z.array(conflict).describe('The patterns with most rows.'),
  reasons,
});
export type ConflictSide = z.infer<typeof conflictSide>;

/** Rows that no model can get right together: equal features, different targets. */
export const conflictingTargetsSection = z.object({
  target: z.string(),
  features: z.array(z.string()),
  reference: conflictSide.nullable().describe('null: this side has no target.'),
  current: conflictSide.nullable(),
});
export type ConflictingTargetsSection = z.infer<typeof conflictingTargetsSection>;
