import { z } from 'zod';

/** Systems whose numbers can be reproduced. */
export const compatSystem = z.enum(['evidently']);
export type CompatSystem = z.infer<typeof compatSystem>;

export const compatSetting = z
  .enum(['none', ...compatSystem.options])
  .default('none')
  .describe('Reproduce the numbers of another system, its quirks included.');
export type CompatSetting = z.infer<typeof compatSetting>;
