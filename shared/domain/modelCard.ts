import { z } from 'zod';

const text = z.string().min(1);

/** Data a model was made with. */
const cardData = z.strictObject({
  description: text.optional(),
  path: text.optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: 'is no SHA-256: 64 hexadecimal digits in small letters' })
    .optional(),
  rows: z.int().nonnegative().optional(),
  columns: z.int().nonnegative().optional(),
  from: text.optional().describe('Its first day or moment.'),
  until: text.optional().describe('Its last day or moment.'),
});

/** What a model card says of a version. Every part may be left out. */
export const modelCard = z.strictObject({
  purpose: text.optional().describe('What it is for, and what it is not for.'),
  owner: text.optional().describe('Who answers for it.'),
  trainingData: cardData.optional(),
  referenceData: cardData.optional(),
  target: text.optional(),
  features: z.array(z.union([text, z.strictObject({ name: text, description: text.optional(), unit: text.optional() })])).optional(),
  metrics: z
    .array(
      z.strictObject({
        metric: text,
        value: z.number(),
        on: text.optional().describe('Which data.'),
        segment: text.optional(),
        interval: z.tuple([z.number(), z.number()]).optional(),
      }),
    )
    .optional(),
  fairness: z
    .array(z.strictObject({ column: text, metric: text.optional(), value: z.number().optional(), note: text.optional() }))
    .optional(),
  limits: z.array(text).optional().describe('Where it is not to be trusted.'),
  training: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .optional()
    .describe('How it was trained: its settings.'),
  notes: text.optional(),
});
export type ModelCard = z.infer<typeof modelCard>;
