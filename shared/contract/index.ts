import { datasets } from './datasets.ts';
import { engine } from './engine.ts';
import { explanations } from './explanations.ts';
import { models } from './models.ts';
import type { ClientOf, HandlersOf } from './operation.ts';
import { registry } from './registry.ts';
import { reports } from './reports.ts';
import { suites } from './suites.ts';
import { training } from './training.ts';
import { workspace } from './workspace.ts';

/** Every operation of the workbench, by subject. */
export const contract = { datasets, engine, explanations, models, registry, reports, suites, training, workspace };

export type Api = HandlersOf<typeof contract>;
export type Client = ClientOf<typeof contract>;
