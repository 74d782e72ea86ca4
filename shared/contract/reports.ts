import { z } from 'zod';
import { dataSource } from '../domain/dataset.ts';
import { reportChanges } from '../domain/changes.ts';
import { driftReport, runSummary } from '../domain/report.ts';
import { reportSettings } from '../domain/settings.ts';
import { job, query } from './operation.ts';

/** The forms a report can be written in. */
export const reportFormat = z.enum(['html', 'json', 'md', 'csv']);
export type ReportFormat = z.infer<typeof reportFormat>;

/** The forms in which the changes between two reports can be written. */
export const changesFormat = z.enum(['html', 'json', 'md']);
export type ChangesFormat = z.infer<typeof changesFormat>;

const twoReports = z.object({
  before: z.string().min(1).describe('Id of the earlier report.'),
  after: z.string().min(1).describe('Id of the later report.'),
});

const byId = z.object({ id: z.string().min(1) });

export const reports = {
  create: job({
    route: '/reports/create',
    summary: 'Compare current with reference data and keep the report.',
    input: z.object({ reference: dataSource, current: dataSource, settings: reportSettings.prefault({}) }),
    output: driftReport,
  }),
  list: query({
    route: '/reports/list',
    summary: 'The reports kept in the workspace, newest first.',
    input: z.object({}),
    output: z.array(runSummary),
  }),
  get: query({ route: '/reports/get', summary: 'One kept report.', input: byId, output: driftReport }),
  remove: query({
    route: '/reports/remove',
    summary: 'Remove a kept report; `restore` brings it back until the workbench is closed.',
    input: byId,
    output: z.object({}),
  }),
  restore: query({ route: '/reports/restore', summary: 'Bring back a removed report.', input: byId, output: z.object({}) }),
  render: query({
    route: '/reports/render',
    summary: 'Write a kept report as text in one of the formats.',
    input: byId.extend({ format: reportFormat }),
    output: z.object({ fileName: z.string(), mimeType: z.string(), bytes: z.int().nonnegative(), content: z.string() }),
  }),
  changes: query({
    route: '/reports/changes',
    summary: 'What changed from one kept report to another.',
    input: twoReports,
    output: reportChanges,
  }),
  renderChanges: query({
    route: '/reports/render-changes',
    summary: 'Write what changed between two kept reports as text in one of the formats.',
    input: twoReports.extend({ format: changesFormat }),
    output: z.object({ fileName: z.string(), mimeType: z.string(), bytes: z.int().nonnegative(), content: z.string() }),
  }),
  save: query({
    route: '/reports/save',
    summary: 'Write a kept report to a file, whole or not at all.',
    input: byId.extend({ format: reportFormat, path: z.string().min(1) }),
    output: z.object({ path: z.string(), bytes: z.int().nonnegative() }),
  }),
};
