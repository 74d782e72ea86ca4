import { z } from 'zod';

/** Systems whose numbers can be reproduced. */
export const compatSystem = z.enum(['evidently']);
export type CompatSystem = z.infer<typeof compatSystem>;

export const compatSetting = z
  .enum(['none', ...compatSystem.options])
  .default('none')
  .describe('Reproduce the numbers of another system, its quirks included.');
export type CompatSetting = z.infer<typeof compatSetting>;

/** What another system says where ours says something else on purpose, as docs/compat.md lists it. */
export interface Difference {
  readonly ours: string;
  readonly theirs: string;
  readonly why: string;
}
