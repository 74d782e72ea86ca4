import { z } from 'zod';
import { reasons } from './profile.ts';
import { finding } from './report.ts';

/** What became of a column from one report to the next, those that matter most first. */
export const columnChange = z.enum([
  'now-drifted',
  'no-longer-drifted',
  'no-longer-tested',
  'now-tested',
  'gone',
  'new',
  'method-changed',
  'moved',
  'same',
]);
export type ColumnChange = z.infer<typeof columnChange>;

const columnState = z.object({
  status: z.enum(['tested', 'not-tested']),
  drifted: z.boolean(),
  method: z.string().nullable(),
  driftScore: z.number().nullable(),
  scoreIs: z.enum(['pValue', 'statistic']).nullable(),
  threshold: z.number().nullable(),
  missingShare: z.number().nullable().describe('Of the current data.'),
  reasons,
});
export type ColumnState = z.infer<typeof columnState>;

const changedColumn = z.object({
  column: z.string(),
  change: columnChange,
  before: columnState.nullable().describe('null: that report has no such column.'),
  after: columnState.nullable(),
});
export type ChangedColumn = z.infer<typeof changedColumn>;

const changedMetric = z.object({
  metric: z.string(),
  before: z.number().nullable().describe('Of the current data of that report.'),
  after: z.number().nullable(),
  is: z.enum(['better', 'worse', 'same']).nullable(),
  reasons,
});
export type ChangedMetric = z.infer<typeof changedMetric>;

const data = z.object({ name: z.string(), numberOfRows: z.int().nonnegative() });

const reportSide = z.object({
  id: z.string(),
  createdAt: z.string(),
  reference: data,
  current: data,
  numberOfColumns: z.int().nonnegative(),
  numberOfDriftedColumns: z.int().nonnegative(),
  datasetDrift: z.boolean(),
  exact: z.boolean(),
});
export type ReportSide = z.infer<typeof reportSide>;

/** What changed from one kept report to another. */
export const reportChanges = z.object({
  schemaVersion: z.literal(1),
  producedBy: z.object({ name: z.literal('driftglass'), version: z.string() }),
  before: reportSide,
  after: reportSide,
  sameReference: z.boolean().describe('Both reports compare with the same files, byte for byte.'),
  sameCurrent: z.boolean(),
  settings: z
    .array(z.object({ setting: z.string(), before: z.string(), after: z.string() }))
    .describe('Settings that differ, as JSON; a verdict may have changed for them alone.'),
  columns: z.array(changedColumn),
  metrics: z.array(changedMetric).describe('Empty where one of the reports did not measure the model, or another task.'),
  findings: z.object({ appeared: z.array(finding), gone: z.array(finding) }),
});
export type ReportChanges = z.infer<typeof reportChanges>;
