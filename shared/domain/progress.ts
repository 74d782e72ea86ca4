import { z } from 'zod';

/** How far a job is. `share` is in [0, 1]; null while it cannot be known. */
export const progress = z.object({
  share: z.number().min(0).max(1).nullable(),
  message: z.string(),
});
export type Progress = z.infer<typeof progress>;
