import { z } from 'zod';
import { reasons } from './profile.ts';

export const correlationMethod = z.enum(['pearson', 'spearman', 'kendall']);
export type CorrelationMethod = z.infer<typeof correlationMethod>;

export const correlationSettings = z.object({
  method: correlationMethod.default('pearson').describe('The coefficient that orders, draws and judges pairs of numbers.'),
});

const numericSide = z.object({
  rows: z.int().nonnegative().describe('Rows where both columns have a value.'),
  pearson: z.number().nullable(),
  spearman: z.number().nullable(),
  kendall: z.number().nullable().describe('Tau-b.'),
  reasons,
});

const categorySide = z.object({
  rows: z.int().nonnegative().describe('Rows where both columns have a value.'),
  cramersV: z.number().nullable().describe('With the bias taken out (Bergsma).'),
  plainCramersV: z.number().nullable().describe('As defined, without a correction.'),
  reasons,
});

const mixedSide = z.object({
  rows: z.int().nonnegative().describe('Rows where both columns have a value.'),
  correlationRatio: z.number().nullable().describe('With the bias taken out (Kelley’s ε).'),
  plainCorrelationRatio: z.number().nullable().describe('η as defined, without a correction.'),
  reasons,
});

const changed = {
  change: z.number().nullable().describe('Current − reference, of the coefficient that judges.'),
  adjustedPValue: z.number().nullable().describe('Of the change: Fisher’s z, adjusted over all pairs (Benjamini-Hochberg).'),
};

const numericPair = z.object({ a: z.string(), b: z.string(), reference: numericSide, current: numericSide, ...changed, reasons });
export type NumericCorrelation = z.infer<typeof numericPair>;

const categoryPair = z.object({ a: z.string(), b: z.string(), reference: categorySide, current: categorySide, ...changed, reasons });
export type CategoryAssociation = z.infer<typeof categoryPair>;

const mixedPair = z.object({
  a: z.string().describe('The column of numbers.'),
  b: z.string().describe('The column of categories.'),
  reference: mixedSide,
  current: mixedSide,
  ...changed,
  reasons,
});
export type MixedAssociation = z.infer<typeof mixedPair>;

const counted = {
  numberOfPairs: z.int().nonnegative().describe('All pairs that were measured; the list holds the strongest and most changed of them.'),
};
const group = { columns: z.array(z.string()).describe('The columns that were paired, in the order of the data.'), ...counted };

const sampledSide = z.object({ rows: z.int().nonnegative(), of: z.int().nonnegative() });

/** How columns hang together, reference beside current. */
export const correlationsSection = z.object({
  method: correlationMethod,
  numeric: z.object({ ...group, pairs: z.array(numericPair) }),
  categorical: z.object({ ...group, pairs: z.array(categoryPair) }),
  mixed: z
    .object({ ...counted, pairs: z.array(mixedPair) })
    .default({ numberOfPairs: 0, pairs: [] })
    .describe('Columns of numbers with columns of categories, of those that `numeric` and `categorical` name.'),
  leftOut: z.array(z.object({ column: z.string(), sentence: z.string() })),
  pearsonExact: z.boolean().describe('Whether Pearson’s coefficients are of every row.'),
  sampled: z
    .object({ reference: sampledSide.nullable(), current: sampledSide.nullable() })
    .describe('The rows that ranks and categories were compared on; null: all of them.'),
});
export type CorrelationsSection = z.infer<typeof correlationsSection>;
