import { z } from 'zod';
import { reasons } from './profile.ts';

/** What a verdict hangs on besides the data: the number of rows, the threshold, and chance. */
export const sensitivity = z.object({
  scoreToThreshold: z.number().nullable().describe('The score as a multiple of the threshold; the verdict changes at 1.'),
  atSizes: z
    .array(z.object({ rows: z.int(), score: z.number(), drifted: z.boolean() }))
    .describe('The score to expect with so many rows on each side, if what was found beyond chance is the true difference.'),
  driftsFromRows: z
    .number()
    .nullable()
    .describe('Tests: the fewest rows on each side at which this difference is expected to be called drift.'),
  typicalByChance: z.number().nullable().describe('Distances: how large they usually are between samples of one law at these sizes.'),
  highByChance: z.number().nullable().describe('Distances: what one in twenty pairs of samples of one law reaches.'),
  sentence: z.string(),
  reasons,
});
export type Sensitivity = z.infer<typeof sensitivity>;
