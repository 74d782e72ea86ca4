import { z } from 'zod';

/** Why a number is absent. Every `null` number of a report has its reason in the `reasons` beside it. */
export const absenceReason = z.enum([
  'not-for-this-kind',
  'no-valid-values',
  'too-few-rows',
  'not-tested',
  'method-has-no-p-value',
  'constant',
  'not-finite',
  'no-cells',
  'no-such-column',
  'one-class',
  'class-not-in-target',
  'class-not-predicted',
  'all-targets-zero',
  'needs-probabilities',
  'nothing-beyond-chance',
  'no-rule-for-sizes',
  'method-has-a-p-value',
  'not-estimated',
  'no-relevant-items',
  'no-such-group',
  'one-group',
  'none-selected',
  'all-selected',
  'no-positives',
  'no-negatives',
  'beyond-limit',
  'two-classes',
  'only-for-positive-class',
  'extreme-value',
]);
export type AbsenceReason = z.infer<typeof absenceReason>;

/** Field name → why that field is null. */
export const reasons = z.record(z.string(), absenceReason);
export type Reasons = z.infer<typeof reasons>;

export const quantileValue = z.object({
  share: z.number().min(0).max(1).describe('The quantile level in [0, 1].'),
  value: z.union([z.number(), z.string()]).describe('Linear interpolation (type 7); an ISO time for datetimes.'),
});

export const valueCount = z.object({
  value: z.string(),
  count: z.int().nonnegative(),
  share: z.number().describe('Of the valid values of this side.'),
});
export type ValueCount = z.infer<typeof valueCount>;

/** What one column of one side looks like. Counts are rows; shares are in [0, 1]. */
export const columnProfile = z.object({
  count: z.int().nonnegative().describe('Rows, missing ones included.'),
  valid: z.int().nonnegative().describe('Values that statistics use: not null, NaN or infinite.'),
  missing: z.int().nonnegative().describe('Rows counted as missing under the settings of the run.'),
  missingShare: z.number().nullable(),
  nulls: z.int().nonnegative(),
  nan: z.int().nonnegative(),
  positiveInfinity: z.int().nonnegative(),
  negativeInfinity: z.int().nonnegative(),
  emptyStrings: z.int().nonnegative(),
  distinct: z.int().nonnegative().nullable().describe('Distinct valid values, exact.'),
  min: z.union([z.number(), z.string()]).nullable(),
  max: z.union([z.number(), z.string()]).nullable(),
  mean: z.number().nullable(),
  standardDeviation: z.number().nullable().describe('Sample standard deviation, n − 1.'),
  quantiles: z.array(quantileValue).describe('At 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99; empty for categories.'),
  mostCommon: z.array(valueCount).describe('At most ten, by count, then by value.'),
  reasons,
});
export type ColumnProfile = z.infer<typeof columnProfile>;

/** Counts of both sides on the same edges: bin i is [edges[i], edges[i+1]), the last one closed. */
export const numericHistogram = z.object({
  kind: z.literal('numeric'),
  edges: z.array(z.number()).describe('Ascending; for datetimes in milliseconds since 1970 UTC.'),
  reference: z.array(z.int().nonnegative()),
  current: z.array(z.int().nonnegative()),
  lowerTail: z.boolean().describe('The first bin gathers a long tail and is wider than the others.'),
  upperTail: z.boolean().describe('The last bin gathers a long tail and is wider than the others.'),
});

/** Counts of the most common categories of both sides; the rest is gathered in `other`. */
export const categoryHistogram = z.object({
  kind: z.literal('categories'),
  categories: z.array(
    z.object({
      value: z.string(),
      reference: z.int().nonnegative(),
      current: z.int().nonnegative(),
    }),
  ),
  other: z.object({ categories: z.int().nonnegative(), reference: z.int().nonnegative(), current: z.int().nonnegative() }),
});

/** Current values that the reference does not have: beyond its range for numbers, of new values for categories. */
export const unseenValues = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('range'), below: z.int().nonnegative(), above: z.int().nonnegative() }),
  z.object({
    kind: z.literal('list'),
    values: z.int().nonnegative().describe('Distinct new values.'),
    rows: z.int().nonnegative(),
    vanishedValues: z.int().nonnegative().default(0).describe('Distinct values of the reference that current does not have.'),
    vanishedRows: z.int().nonnegative().default(0).describe('Rows of the reference with them.'),
  }),
]);
export type UnseenValues = z.infer<typeof unseenValues>;

export const histogram = z.discriminatedUnion('kind', [numericHistogram, categoryHistogram]);
export type NumericHistogram = z.infer<typeof numericHistogram>;
export type CategoryHistogram = z.infer<typeof categoryHistogram>;
export type Histogram = z.infer<typeof histogram>;
