import { z } from 'zod';

/** A drift method as the screen and the terminal list it. */
export const methodInfo = z.object({
  id: z.string(),
  label: z.string(),
  aliases: z.array(z.string()),
  appliesTo: z.array(z.enum(['numeric', 'categorical', 'text'])),
  decidesOn: z.enum(['pValue', 'statistic']),
  threshold: z.number(),
  summary: z.string(),
});
export type MethodInfo = z.infer<typeof methodInfo>;
