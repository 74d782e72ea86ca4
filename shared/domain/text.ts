import { z } from 'zod';
import { histogram, reasons } from './profile.ts';

/** A word, and the shares of the texts looked at that hold it. */
const tellingWord = z.object({ word: z.string(), referenceShare: z.number(), currentShare: z.number() });
export type TellingWord = z.infer<typeof tellingWord>;

/** Numbers read off each text: how long it is, and how unlike the reference's language. */
export const textDescriptor = z.enum(['characters', 'words', 'non-letter-share', 'unknown-word-share']);
export type TextDescriptor = z.infer<typeof textDescriptor>;

const descriptorSide = z.object({ mean: z.number().nullable(), median: z.number().nullable(), reasons });
export type DescriptorSide = z.infer<typeof descriptorSide>;

const descriptorDrift = z.object({
  descriptor: textDescriptor,
  method: z.string().nullable().describe('Id of the drift method.'),
  driftScore: z.number().nullable(),
  threshold: z.number().nullable(),
  drifted: z.boolean(),
  reference: descriptorSide,
  current: descriptorSide,
  histogram: histogram.nullable(),
  sentence: z.string(),
  reasons,
});
export type DescriptorDrift = z.infer<typeof descriptorDrift>;

const textContent = z.object({
  auc: z.number().describe('How well a classifier of words tells the sides apart on texts it has not seen; 0.5 is not at all.'),
  pValue: z.number().describe('Of an area at least this large where both sides hold the same texts.'),
  texts: z.object({ reference: z.int(), current: z.int() }).describe('Texts the classifier looked at.'),
  more: z.array(tellingWord).describe('Words that current has more of, the most telling first.'),
  less: z.array(tellingWord).describe('Words that current has less of.'),
});
export type TextContent = z.infer<typeof textContent>;

const textColumn = z.object({
  column: z.string(),
  drifted: z.boolean().nullable().describe('The verdict on the content, as in the table of columns; null: not tested.'),
  sentence: z.string(),
  content: textContent.nullable(),
  descriptors: z.array(descriptorDrift),
  reasons,
});
export type TextColumn = z.infer<typeof textColumn>;

/** What changed in columns of free text. */
export const textDriftSection = z.object({
  numberOfColumns: z.int().nonnegative().describe('Columns of text with a verdict.'),
  numberOfDriftedColumns: z.int().nonnegative(),
  shareOfDriftedColumns: z.number().nullable(),
  columns: z.array(textColumn),
  reasons,
});
export type TextDriftSection = z.infer<typeof textDriftSection>;
