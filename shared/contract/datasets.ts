import { z } from 'zod';
import { datasetInfo, dataSource } from '../domain/dataset.ts';
import { derivation } from '../domain/settings.ts';
import { job, query } from './operation.ts';

export const datasets = {
  inspect: job({
    route: '/datasets/inspect',
    summary: 'Open a data set: its files, rows, columns and their kinds.',
    input: z.object({ source: dataSource }),
    output: datasetInfo,
  }),
  saveRows: job({
    route: '/datasets/save-rows',
    summary: 'Save rows of a data set as a parquet file, whole or not at all.',
    input: z.object({
      source: dataSource,
      derive: z.array(derivation).default([]),
      where: z.string().nullable().default(null),
      path: z.string().min(1).nullable().default(null).describe('null: a file of the workspace, under `name`.'),
      name: z.string().default('rows'),
    }),
    output: z.object({ path: z.string(), rows: z.int().nonnegative(), bytes: z.int().nonnegative() }),
  }),
  page: query({
    route: '/datasets/page',
    summary: 'Read some rows of a data set as text.',
    input: z.object({
      source: dataSource,
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(500).default(100),
      derive: z.array(derivation).default([]),
      where: z.string().nullable().default(null),
    }),
    output: z.object({
      columns: z.array(z.object({ column: z.string(), type: z.string() })),
      rows: z.array(z.array(z.string().nullable())),
      numberOfRows: z.int().nonnegative(),
    }),
  }),
};
