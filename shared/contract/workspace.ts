import { z } from 'zod';
import { dataSource } from '../domain/dataset.ts';
import { openedModel } from '../domain/model.ts';
import { reportSettings } from '../domain/settings.ts';
import { job, query } from './operation.ts';

/** What the window shows again when it is opened: the chosen data sets, settings and the report last seen. */
export const workspaceState = z.object({
  name: z.string(),
  path: z.string(),
  reference: dataSource.nullable(),
  current: dataSource.nullable(),
  settings: reportSettings,
  openedModels: z.array(openedModel).default([]).describe('Model files that were opened, the latest first.'),
  gate: z.string().default('').describe('The sign-off gate last asked, as YAML.'),
  recent: z.array(z.object({ reference: dataSource, current: dataSource, usedAt: z.string() })),
});
export type WorkspaceState = z.infer<typeof workspaceState>;

export const workspace = {
  get: query({ route: '/workspace/get', summary: 'The open workspace.', input: z.object({}), output: workspaceState }),
  update: query({
    route: '/workspace/update',
    summary: 'Change what is compared, or the settings.',
    input: z.object({
      reference: dataSource.nullable().optional(),
      current: dataSource.nullable().optional(),
      settings: reportSettings.optional(),
      openedModels: z.array(openedModel).max(30).optional(),
      gate: z.string().max(262_144).optional(),
    }),
    output: workspaceState,
  }),
  openSample: job({
    route: '/workspace/open-sample',
    summary: 'Make the sample data (no network) and choose it.',
    input: z.object({}),
    output: workspaceState,
  }),
};
