import { z } from 'zod';
import { methodInfo } from '../domain/method.ts';
import { query } from './operation.ts';

export const engine = {
  status: query({
    route: '/engine/status',
    summary: 'Whether the engine is well.',
    input: z.object({}),
    output: z.object({
      version: z.string(),
      database: z.string(),
      processId: z.int(),
      residentBytes: z.number(),
      host: z.enum(['desktop', 'browser', 'terminal', 'test']),
    }),
  }),
  methods: query({
    route: '/engine/methods',
    summary: 'The drift methods.',
    input: z.object({}),
    output: z.array(methodInfo),
  }),
};
