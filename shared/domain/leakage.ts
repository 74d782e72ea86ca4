import { z } from 'zod';
import { reasons } from './profile.ts';

export const leakageHint = z.enum(['none', 'nearly-perfect', 'stands-out']);
export type LeakageHint = z.infer<typeof leakageHint>;

const featurePower = z.object({
  column: z.string(),
  reference: z.number().nullable().describe('Predictive power in [0, 1].'),
  current: z.number().nullable(),
  change: z.number().nullable().describe('Current − reference.'),
  hint: leakageHint.describe('Why the feature may give the target away.'),
  reasons,
});
export type FeaturePower = z.infer<typeof featurePower>;

const usedSide = z.object({
  rows: z.int().nonnegative().describe('Rows with a target that were used.'),
  of: z.int().nonnegative().describe('Rows of the side.'),
  sampled: z.boolean(),
});

/** How well each single feature predicts the target, strongest first. */
export const targetLeakageSection = z.object({
  target: z.string(),
  targetIs: z.enum(['number', 'classes']),
  rows: z.object({ reference: usedSide, current: usedSide }),
  features: z.array(featurePower),
});
export type TargetLeakageSection = z.infer<typeof targetLeakageSection>;
