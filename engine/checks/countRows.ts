import type { Side } from '#shared/domain/dataset.ts';
import type { DriftReport } from '#shared/domain/report.ts';
import type { Suite } from '#shared/domain/suite.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { openDataset, type OpenDataset } from '../data/dataset.ts';
import { RowCounter } from '../data/evidence/rowCounter.ts';
import { openDuckDb } from '../data/openDuckDb.ts';
import { resolveSource } from '../data/resolveSource.ts';
import { Pacer, type JobContext } from '../jobs/pacer.ts';
import type { FoundSide, RowsAsked, RowsFound, StoredColumns } from './defineCheck.ts';
import { keyOf, planChecks, type PlannedCheck } from './planChecks.ts';
import type { CountedRows } from './runSuite.ts';

interface CountingParts {
  readonly guard: { read(path: string): Promise<unknown> };
  readonly context: JobContext;
}

function askedOf({ check, column, params }: PlannedCheck, report: DriftReport, stored: StoredColumns): RowsAsked | null {
  if (check.scope === 'dataset') return check.rows?.({ report, params, rows: null }, stored) ?? null;
  if (column === null || !check.kinds.includes(column.kind)) return null;
  return check.rows?.({ report, params, rows: null, column }, stored) ?? null;
}

/** The files may have changed since; then what they hold is not what the report is about. */
function changedSince(dataset: OpenDataset, report: DriftReport, side: Side): string | null {
  const expected = report[side].numberOfRows;
  if (dataset.rowsBeforeSampling === expected) return null;
  return `the ${side} data has ${formatCount(dataset.rowsBeforeSampling)} rows, and had ${formatCount(expected)} when the report was made; compare again.`;
}

type Found = Map<string, FoundSide | null>;

async function countOpen(dataset: OpenDataset, planned: readonly PlannedCheck[], report: DriftReport, counter: RowCounter): Promise<Found> {
  const stored: StoredColumns = new Map(dataset.columns.map((column) => [column.column, column]));
  const asked = planned.flatMap((each) => {
    const rows = askedOf(each, report, stored);
    return rows === null ? [] : [{ key: keyOf(each), rows }];
  });
  const conditions = asked.flatMap(({ key, rows }) => ('failing' in rows ? [{ key, ...rows }] : []));
  const found: Found = new Map(await counter.countConditions(conditions));
  for (const { key, rows } of asked) {
    if ('repeated' in rows) found.set(key, await counter.countRepeated(rows));
    if ('problem' in rows) found.set(key, rows);
  }
  return found;
}

async function countSide(
  side: Side,
  planned: readonly PlannedCheck[],
  report: DriftReport,
  { guard, context }: CountingParts,
): Promise<Found> {
  const { path } = report[side];
  const problemForAll = (problem: string): Found => new Map(planned.map((each) => [keyOf(each), { problem }]));
  try {
    await guard.read(path);
    const source = await resolveSource({ path });
    const { settings } = report;
    const files = source.files.map((file) => file.path);
    const database = await openDuckDb({ files, repeatable: settings.sample !== null });
    try {
      const dataset = await openDataset(database, { side, source, rows: settings }, context.signal);
      const changed = changedSince(dataset, report, side);
      if (changed !== null) return problemForAll(changed);
      return await countOpen(dataset, planned, report, new RowCounter(database, dataset.view, context.signal, new Pacer(context.signal)));
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'E_CANCELLED') throw error;
    return problemForAll(`the ${side} data cannot be read: ${error.message}`);
  }
}

/** Counts the rows that checks of a suite ask about, in the files of the report; without such a check no file is opened. */
export async function countRows(suite: Suite, report: DriftReport, parts: CountingParts): Promise<CountedRows> {
  const planned = planChecks(suite, report).filter(({ check }) => check.rows !== undefined);
  if (planned.length === 0) return new Map();
  parts.context.progress({ share: 0.1, message: 'Counting the rows that checks ask about' });
  const reference = await countSide('reference', planned, report, parts);
  parts.context.progress({ share: 0.5, message: 'Counting the rows that checks ask about' });
  const current = await countSide('current', planned, report, parts);
  const found = (key: string): RowsFound => ({ reference: reference.get(key) ?? null, current: current.get(key) ?? null });
  return new Map(planned.map((each) => [keyOf(each), found(keyOf(each))]));
}
