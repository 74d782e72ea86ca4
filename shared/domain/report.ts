import { z } from 'zod';
import { correlationsSection } from './correlations.ts';
import { columnKind, datasetSummary } from './dataset.ts';
import { modelDriftSection } from './modelDrift.ts';
import { conflictingTargetsSection } from './conflictingTargets.ts';
import { dataSummarySection } from './dataSummary.ts';
import { missingPatternsSection } from './missingPatterns.ts';
import { outliersSection } from './outliers.ts';
import { multivariateDriftSection } from './multivariateDrift.ts';
import { errorByFeature } from './errorByFeature.ts';
import { estimatedPerformance } from './estimatedPerformance.ts';
import { performanceBySegment } from './performanceBySegment.ts';
import { performanceSection } from './performance.ts';
import { columnProfile, histogram, reasons, unseenValues } from './profile.ts';
import { sensitivity } from './sensitivity.ts';
import { fairnessSection } from './fairness.ts';
import { rankingSection } from './ranking.ts';
import { targetLeakageSection } from './leakage.ts';
import { weakSegmentsSection } from './weakSegments.ts';
import { reportModel } from './scoredModel.ts';
import { missingKind, reportSettings } from './settings.ts';
import { textDriftSection } from './text.ts';

/** A statement of SQL behind numbers of a column, to copy. */
export const sqlSource = z.object({ title: z.string(), sql: z.string() });

/** Why a column has no drift verdict. */
export const notTestedReason = z.enum([
  'only-in-reference',
  'only-in-current',
  'kinds-differ',
  'kind-has-no-method',
  'role-has-no-method',
  'too-few-values',
  'no-valid-values',
  'type-not-analysed',
  'no-number',
  'refused',
  'failed',
]);
export type NotTestedReason = z.infer<typeof notTestedReason>;

const testedColumn = z.object({
  status: z.literal('tested'),
  method: z.string().describe('Id of the drift method.'),
  driftScore: z.number().describe('The number compared with the threshold: a p-value or a distance.'),
  scoreIs: z.enum(['pValue', 'statistic']),
  driftedWhen: z.enum(['below', 'at-or-below', 'at-or-above', 'above']).describe('Side of the threshold that means drift.'),
  statistic: z.number(),
  pValue: z.number().nullable(),
  adjustedPValue: z.number().nullable().describe('Benjamini-Hochberg over the columns of this report with a p-value.'),
  threshold: z.number(),
  drifted: z.boolean(),
  band: z.enum(['none', 'moderate', 'significant']).nullable().describe('The usual bands of the stability index; null elsewhere.'),
});

const untestedColumn = z.object({
  status: z.literal('not-tested'),
  notTested: z.object({ reason: notTestedReason, sentence: z.string() }),
  method: z.null(),
  driftScore: z.null(),
  statistic: z.null(),
  pValue: z.null(),
  adjustedPValue: z.null(),
  threshold: z.null(),
  drifted: z.literal(false),
});

const columnCommon = z.object({
  column: z.string(),
  kind: columnKind,
  kindReason: z.string().describe('One sentence: which rule gave the kind.'),
  role: z.enum(['feature', 'target', 'prediction', 'id', 'datetime', 'weight']),
  types: z.object({ reference: z.string().nullable(), current: z.string().nullable() }),
  sentence: z.string().describe('Why this is or is not drift, in words with numbers.'),
  binEdges: z.array(z.number()).nullable().describe('Edges the method compared shares on; null where it used values or none.'),
  reference: columnProfile.nullable(),
  current: columnProfile.nullable(),
  histogram: histogram.nullable(),
  unseen: unseenValues.nullable().default(null).describe('Rows of current outside the range or the values of the reference.'),
  sensitivity: sensitivity.nullable().default(null).describe('What the verdict hangs on besides the data; null where there is no verdict.'),
  sql: z.array(sqlSource),
  reasons,
});

/** One column of the report: its verdict, both profiles, and the picture's numbers. */
export const columnReport = z.discriminatedUnion('status', [
  columnCommon.extend(testedColumn.shape),
  columnCommon.extend(untestedColumn.shape),
]);
export type ColumnReport = z.infer<typeof columnReport>;
export type TestedColumn = Extract<ColumnReport, { status: 'tested' }>;
export type UntestedColumn = Extract<ColumnReport, { status: 'not-tested' }>;

/** Drift over the data set. Untested columns are listed but not counted. */
export const dataDriftSection = z.object({
  numberOfColumns: z.int().nonnegative().describe('Columns with a verdict.'),
  numberOfDriftedColumns: z.int().nonnegative(),
  shareOfDriftedColumns: z.number().nullable(),
  driftShare: z.number().describe('The data set drifts when the share is at least this.'),
  datasetDrift: z.boolean(),
  numberOfDriftedColumnsAdjusted: z
    .int()
    .nonnegative()
    .describe('Drifted columns if p-values are adjusted for their number (distances as they are).'),
  columns: z.array(columnReport),
  reasons,
});

const missingSide = z.object({
  numberOfMissingValues: z.int().nonnegative(),
  numberOfCells: z.int().nonnegative().describe('Rows × columns.'),
  shareOfMissingValues: z.number().nullable(),
  reasons,
});

const missingCounts = z.object({
  missing: z.int().nonnegative(),
  share: z.number().nullable(),
  nulls: z.int().nonnegative(),
  nan: z.int().nonnegative(),
  infinite: z.int().nonnegative(),
  emptyStrings: z.int().nonnegative(),
  reasons,
});

export const missingValuesSection = z.object({
  countedAsMissing: z.array(missingKind),
  reference: missingSide,
  current: missingSide,
  columns: z.array(z.object({ column: z.string(), reference: missingCounts.nullable(), current: missingCounts.nullable(), reasons })),
});
export type MissingValuesSection = z.infer<typeof missingValuesSection>;

/** Something a person should know before trusting the numbers. */
export const finding = z.object({
  severity: z.enum(['broken', 'attention', 'note']),
  code: z.enum([
    'only-in-reference',
    'only-in-current',
    'kinds-differ',
    'type-not-analysed',
    'no-valid-values',
    'infinite-values',
    'new-categories',
    'vanished-categories',
    'missing-share-rose',
    'beyond-reference-range',
    'large-integers',
    'column-failed',
    'sampled',
    'empty-side',
    'performance-not-measured',
    'performance-rows-left-out',
    'performance-weighted',
    'weights-unusable',
    'analysis-failed',
    'correlations-changed',
    'weak-segments',
    'target-leakage',
    'section-left-out',
    'ranking-not-measured',
    'ranking-rows-left-out',
    'ranking-groups-left-out',
    'ranking-ties',
    'fairness-not-measured',
    'fairness-rows-left-out',
    'fairness-small-group',
    'fairness-four-fifths',
    'duplicated-rows',
    'duplicated-columns',
    'outliers-rose',
    'conflicting-targets',
    'multivariate-drift',
  ]),
  column: z.string().nullable().describe('null: the whole data set.'),
  sentence: z.string(),
});
export type Finding = z.infer<typeof finding>;

/** What the analyses of a report found; null where one was not asked for or has nothing to say. */
export const analysisResults = z.object({
  dataSummary: dataSummarySection.nullable().default(null),
  missingPatterns: missingPatternsSection.nullable().default(null),
  outliers: outliersSection.nullable().default(null),
  conflictingTargets: conflictingTargetsSection.nullable().default(null).describe('null: no target was named.'),
  multivariateDrift: multivariateDriftSection.nullable().default(null),
  performance: performanceSection
    .nullable()
    .default(null)
    .describe('null: no target and prediction were named, or they cannot be measured.'),
  textDrift: textDriftSection.nullable().default(null),
  modelDrift: modelDriftSection.nullable().default(null).describe('null: neither target nor prediction nor importances were named.'),
  ranking: rankingSection.nullable().default(null).describe('null: no column of groups was named, or it cannot be measured.'),
  fairness: fairnessSection.nullable().default(null).describe('null: no sensitive column was named, or it cannot be measured.'),
  correlations: correlationsSection.nullable().default(null),
  targetLeakage: targetLeakageSection.nullable().default(null),
  weakSegments: weakSegmentsSection.nullable().default(null),
  errorByFeature: errorByFeature.nullable().default(null).describe('How large errors are over the values of each feature.'),
  estimatedPerformance: estimatedPerformance.nullable().default(null),
  performanceBySegment: performanceBySegment.nullable().default(null),
});
export type AnalysisResults = z.infer<typeof analysisResults>;

/** The whole result of comparing a current with a reference data set. */
export const driftReport = z.object({
  schemaVersion: z.literal(1),
  id: z.string(),
  createdAt: z.string().describe('ISO 8601, UTC.'),
  producedBy: z.object({ name: z.literal('driftglass'), version: z.string() }),
  reference: datasetSummary,
  current: datasetSummary,
  settings: reportSettings,
  exact: z.boolean().describe('true: every number uses all rows. false: a sample was asked for.'),
  command: z.string().describe('The terminal command that makes this report again.'),
  model: reportModel.nullable().default(null).describe('The model that both sides were scored with; null: predictions came with the data.'),
  dataDrift: dataDriftSection,
  missingValues: missingValuesSection,
  ...analysisResults.shape,
  findings: z.array(finding),
});
export type DriftReport = z.infer<typeof driftReport>;

/** A line of the list of past reports. */
export const runSummary = z.object({
  id: z.string(),
  createdAt: z.string(),
  reference: z.object({ name: z.string(), path: z.string(), numberOfRows: z.int() }),
  current: z.object({ name: z.string(), path: z.string(), numberOfRows: z.int() }),
  numberOfColumns: z.int(),
  numberOfDriftedColumns: z.int(),
  datasetDrift: z.boolean(),
  durationMs: z.number(),
});
export type RunSummary = z.infer<typeof runSummary>;
