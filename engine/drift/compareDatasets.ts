import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#shared/errors/AppError.ts';
import type { DataSource, Side } from '#shared/domain/dataset.ts';
import type { ColumnReport, DriftReport, Finding, TestedColumn } from '#shared/domain/report.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { runAnalyses } from '../analyses/runAnalyses.ts';
import { openDataset, summarise, type OpenDataset } from '../data/dataset.ts';
import { openScored } from '../data/openScored.ts';
import { openDuckDb, type Database } from '../data/openDuckDb.ts';
import { resolveSource, type ResolvedSource } from '../data/resolveSource.ts';
import { Pacer, type JobContext } from '../jobs/pacer.ts';
import { scoreSides, type ScoredSides, type SidesToScore } from '../models/scoring/scoreSides.ts';
import { missingValues } from '../quality/missingValues.ts';
import { adjustPValues, driftsWhenAdjusted } from './adjustPValues.ts';
import type { ColumnAnalysis } from './analysis.ts';
import { columnSql } from './columnSql.ts';
import { ColumnGatherer } from './gatherColumns.ts';
import { judgeColumn } from './judgeColumn.ts';
import { findMethod } from './methods.ts';
import { planColumns, type PlannedColumn } from './planColumns.ts';

/** What to compare with what, and how. */
export interface CompareRequest {
  readonly reference: DataSource;
  readonly current: DataSource;
  readonly settings: ReportSettings;
  /** The file behind the model of the settings, where it is registered under a name; else the path of the settings is one. */
  readonly model?: SidesToScore['model'] | null;
}

/** A report without the marks of the run that made it. */
export type ComparedDatasets = Omit<DriftReport, 'schemaVersion' | 'id' | 'createdAt' | 'producedBy' | 'command'>;

function checkMethods(settings: ReportSettings): void {
  for (const name of [settings.drift.method, ...Object.values(settings.drift.methods)]) if (name !== null) findMethod(name);
}

function databaseFor(sources: Sources, scored: ScoredSides | null, settings: ReportSettings): Promise<Database> {
  const own = [...sources.reference.files, ...sources.current.files].map(({ path }) => path);
  const files = scored === null ? own : [...own, ...Object.values(scored.files)];
  return openDuckDb({ files: [...new Set(files)], repeatable: settings.sample !== null });
}

function dataDrift(columns: readonly ColumnReport[], driftShare: number): DriftReport['dataDrift'] {
  const tested = columns.filter((column): column is TestedColumn => column.status === 'tested');
  // NaN in the system whose numbers were asked for: it counts there, and is never drift.
  const withoutNumber = columns.filter((column) => column.status === 'not-tested' && column.notTested.reason === 'no-number').length;
  const judged = tested.length + withoutNumber;
  const drifted = tested.filter((column) => column.drifted).length;
  const share = judged === 0 ? null : drifted / judged;
  return {
    numberOfColumns: judged,
    numberOfDriftedColumns: drifted,
    shareOfDriftedColumns: share,
    driftShare,
    datasetDrift: share !== null && share >= driftShare,
    numberOfDriftedColumnsAdjusted: tested.filter(driftsWhenAdjusted).length,
    columns: [...columns],
    reasons: share === null ? { shareOfDriftedColumns: 'not-tested' } : {},
  };
}

const severityOrder: Record<Finding['severity'], number> = { broken: 0, attention: 1, note: 2 };

/** Methods that look at a sample of a long column are named, since every other number is of all rows. */
function sampledColumns(columns: readonly ColumnReport[]): Finding[] {
  return columns.flatMap((column): Finding[] => {
    if (column.status !== 'tested') return [];
    const { label, mostValues = Number.POSITIVE_INFINITY } = findMethod(column.method);
    if (Math.max(column.reference?.valid ?? 0, column.current?.valid ?? 0) <= mostValues) return [];
    const sentence = `${label} looked at a seeded sample of at most ${formatCount(mostValues)} values a side.`;
    return [{ severity: 'note', code: 'sampled', column: column.column, sentence }];
  });
}

function datasetFindings(
  columns: readonly ColumnReport[],
  reference: OpenDataset,
  current: OpenDataset,
  settings: ReportSettings,
): Finding[] {
  const findings: Finding[] = sampledColumns(columns);
  for (const [side, dataset] of [
    ['reference', reference],
    ['current', current],
  ] as const) {
    if (dataset.numberOfRows > 0) continue;
    const where = settings.where === null ? '' : ' that meets the condition';
    findings.push({ severity: 'broken', code: 'empty-side', column: null, sentence: `The ${side} data has no row${where}.` });
  }
  for (const { status, column, ...rest } of columns) {
    if (status === 'tested' || !('notTested' in rest)) continue;
    const { reason, sentence } = rest.notTested;
    if (reason === 'only-in-reference' || reason === 'only-in-current')
      findings.push({ severity: 'attention', code: reason, column, sentence });
    if (reason === 'no-valid-values' && reference.numberOfRows > 0 && current.numberOfRows > 0)
      findings.push({ severity: 'note', code: reason, column, sentence });
  }
  if (settings.sample !== null) {
    const sentence = `Every number is from a random sample of at most ${formatCount(settings.sample.rows)} rows a side, as asked for.`;
    findings.push({ severity: 'note', code: 'sampled', column: null, sentence });
  }
  return findings;
}

function allFindings(columns: readonly ColumnReport[], analyses: readonly ColumnAnalysis[], own: readonly Finding[]): Finding[] {
  const order = new Map(columns.map((column, i) => [column.column, i]));
  const place = (finding: Finding): number => (finding.column === null ? -1 : (order.get(finding.column) ?? columns.length));
  return [...own, ...analyses.flatMap((analysis) => analysis.findings)].sort(
    (a, b) => severityOrder[a.severity] - severityOrder[b.severity] || place(a) - place(b),
  );
}

/** When not one column could be read, the file is to blame, not the columns. */
function checkReadable(analyses: readonly ColumnAnalysis[], request: CompareRequest): void {
  const failures = analyses.filter((analysis) => analysis.notTested?.reason === 'failed');
  if (failures.length === 0 || failures.length < analyses.length) return;
  const message = `No column of ${request.reference.path} and ${request.current.path} could be read. ${failures[0]!.notTested!.sentence}`;
  throw new AppError('E_DATA_UNREADABLE', message, { subject: { path: request.current.path } });
}

interface Sources {
  readonly reference: ResolvedSource;
  readonly current: ResolvedSource;
}

/** What is compared: the data as they are, or with the predictions of a model beside them. */
interface Opened {
  readonly database: Database;
  readonly sources: Sources;
  readonly scored: ScoredSides | null;
  readonly settings: ReportSettings;
}

async function openSide(side: Side, { database, sources, scored, settings }: Opened, context: JobContext): Promise<OpenDataset> {
  const source = sources[side];
  if (scored === null) return openDataset(database, { side, source, rows: settings }, context.signal);
  return openScored(
    database,
    { side, source, rows: settings, scored: scored.files[side], added: scored.model.predictions },
    context.signal,
  );
}

async function compareOpen(opened: Opened, request: CompareRequest, context: JobContext): Promise<ComparedDatasets> {
  const { database, scored, settings } = opened;
  const reference = await openSide('reference', opened, context);
  const current = await openSide('current', opened, context);
  const plans = planColumns(reference, current, settings);
  const pacer = new Pacer(context.signal);
  context.progress({ share: 0.05, message: `Comparing ${formatCount(plans.length)} columns` });
  const gathered = await new ColumnGatherer({ database, reference, current, context, pacer }, settings).gather(plans);
  const analysisOf = (plan: PlannedColumn): ColumnAnalysis => gathered.get(plan)!;
  const analyses = plans.map(analysisOf);
  checkReadable(analyses, request);
  const judged = plans.map((plan) =>
    judgeColumn(plan, analysisOf(plan), { sql: columnSql(plan, analysisOf(plan).kind, reference, current) }, settings),
  );
  const columns = adjustPValues(judged, settings.drift.adjust);
  const byName = new Map(plans.map((plan) => [plan.column, analysisOf(plan)]));
  const analysed = await runAnalyses({ database, datasets: { reference, current }, settings, context, pacer, columns, gathered: byName });
  const summaries = { reference: await summarise(reference, context), current: await summarise(current, context) };
  pacer.check();
  context.progress({ share: 1, message: 'Compared' });
  return {
    ...summaries,
    settings,
    exact: settings.sample === null,
    model: scored?.model ?? null,
    dataDrift: dataDrift(columns, settings.drift.share),
    missingValues: missingValues(columns, settings.missing),
    ...analysed.results,
    findings: allFindings(columns, analyses, [...datasetFindings(columns, reference, current, settings), ...analysed.findings]),
  };
}

/**
 * Compares current with reference data, column by column, over all rows.
 *
 * The files are read through views and never copied; memory is bounded whatever their size.
 * Throws AppErrors: files that cannot be read, names that do not exist, conditions and methods that cannot be
 * used, and E_CANCELLED. A column that fails alone is reported as failed.
 */
export async function compareDatasets(request: CompareRequest, context: JobContext): Promise<ComparedDatasets> {
  checkMethods(request.settings);
  context.progress({ share: 0, message: 'Opening the files' });
  const sources = { reference: await resolveSource(request.reference), current: await resolveSource(request.current) };
  return withModel(request, context, async (scored) => {
    const settings = scored?.settings ?? request.settings;
    const database = await databaseFor(sources, scored, settings);
    try {
      return await compareOpen({ database, sources, scored, settings }, request, context);
    } finally {
      await database.close();
    }
  });
}

/** Share of the progress of a job that scoring both sides takes, where there is a model. */
const scoringShare = 0.05;

/** Scores both sides first where the settings name a model; the scored files are gone when the work is done. */
async function withModel<T>(request: CompareRequest, context: JobContext, work: (scored: ScoredSides | null) => Promise<T>): Promise<T> {
  const { model: said } = request.settings;
  if (said === null) return work(null);
  const model = request.model ?? { model: { path: said.path, name: null, version: null }, settings: said };
  const folder = await mkdtemp(join(tmpdir(), 'driftglass-scored-'));
  try {
    const progress: JobContext['progress'] = ({ message }) => context.progress({ share: scoringShare / 2, message });
    return await work(await scoreSides({ ...request, model, folder }, { ...context, progress }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
