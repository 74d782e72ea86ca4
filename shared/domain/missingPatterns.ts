import { z } from 'zod';
import { reasons } from './profile.ts';

const rowCount = z.int().nonnegative();

const patternSide = z.object({ rows: rowCount, share: z.number().nullable(), reasons });

/** Rows in which exactly these columns are missing together. */
export const missingPattern = z.object({
  columns: z.array(z.string()).describe('Empty: nothing is missing.'),
  reference: patternSide,
  current: patternSide,
});
export type MissingPattern = z.infer<typeof missingPattern>;

const pairSide = z.object({
  together: rowCount.describe('Rows in which both are missing.'),
  correlation: z.number().nullable().describe('Of being missing (phi): 1 always together, −1 always one of the two.'),
  reasons,
});

export const missingPair = z.object({ a: z.string(), b: z.string(), reference: pairSide.nullable(), current: pairSide.nullable() });
export type MissingPair = z.infer<typeof missingPair>;

/** Which columns are missing together, on both sides. */
export const missingPatternsSection = z.object({
  columns: z
    .array(z.string())
    .describe('Columns with missing values on either side, those with most first; pairs are among the first of them.'),
  pairedColumns: z.int().nonnegative().describe('How many of the columns the pairs are about.'),
  numberOfPatterns: z.object({ reference: rowCount, current: rowCount }).describe('Distinct patterns, that of complete rows included.'),
  patterns: z.array(missingPattern).describe('The most frequent ones of either side.'),
  pairs: z.array(missingPair),
});
export type MissingPatternsSection = z.infer<typeof missingPatternsSection>;
