import type { OpenDataset } from '../data/dataset.ts';
import type { DataSummarySection, DataSummarySide } from '#shared/domain/dataSummary.ts';
import type { ColumnKind, Side } from '#shared/domain/dataset.ts';
import type { Reasons } from '#shared/domain/profile.ts';
import type { MissingKind } from '#shared/domain/settings.ts';
import { countDuplicateRows, type DuplicateRows } from '../data/evidence/duplicateRows.ts';
import { equalToFirst } from '../data/evidence/equalColumns.ts';
import { countWhere } from '../data/evidence/countWhere.ts';
import { missingCell } from '../data/evidence/missingCells.ts';
import { quoteName } from '../data/quote.ts';
import { alikeColumns, duplicatedColumns, profiledColumns, type ProfiledColumn } from './duplicatedColumns.ts';
import { repeatableRows } from './repeatableRows.ts';
import type { QualityWork } from './sideWork.ts';

/** A column is almost constant when one value holds this share of its values; Evidently’s limit. */
export const almostConstantShare = 0.95;

const kindOrder: readonly ColumnKind[] = ['numeric', 'categorical', 'datetime', 'text', 'id', 'unsupported'];

function kindsOf(columns: readonly ProfiledColumn[]): DataSummarySide['kinds'] {
  const counts = kindOrder.map((kind) => ({ kind, columns: columns.filter(({ report }) => report.kind === kind).length }));
  return counts.filter((each) => each.columns > 0);
}

function kindsOfMissing(columns: readonly ProfiledColumn[], counted: readonly MissingKind[]): MissingKind[] {
  const occurs: Readonly<Record<MissingKind, (column: ProfiledColumn) => boolean>> = {
    null: ({ profile }) => profile.nulls > 0,
    nan: ({ profile }) => profile.nan > 0,
    infinity: ({ profile }) => profile.positiveInfinity + profile.negativeInfinity > 0,
    'empty-string': ({ profile }) => profile.emptyStrings > 0,
  };
  return (['null', 'nan', 'infinity', 'empty-string'] as const).filter((kind) => counted.includes(kind) && columns.some(occurs[kind]));
}

const total = (columns: readonly ProfiledColumn[], of: (column: ProfiledColumn) => number): number =>
  columns.reduce((sum, column) => sum + of(column), 0);

function namesWhere(columns: readonly ProfiledColumn[], is: (column: ProfiledColumn) => boolean): string[] {
  return columns.filter(is).map(({ report }) => report.column);
}

/** What the profiles tell without another look at the rows. */
function fromProfiles(columns: readonly ProfiledColumn[], rows: number, counted: readonly MissingKind[]) {
  return {
    rows,
    columns: columns.length,
    kinds: kindsOf(columns),
    cells: rows * columns.length,
    missingCells: total(columns, ({ profile }) => profile.missing),
    kindsOfMissing: kindsOfMissing(columns, counted),
    infiniteCells: total(columns, ({ profile }) => profile.positiveInfinity + profile.negativeInfinity),
    emptyColumns: namesWhere(columns, ({ profile }) => profile.count > 0 && profile.missing === profile.count),
    constantColumns: namesWhere(columns, ({ profile }) => profile.distinct === 1),
    almostConstantColumns: columns.flatMap(({ report, profile: { mostCommon } }) => {
      const [first] = mostCommon;
      return first === undefined || first.share < almostConstantShare
        ? []
        : [{ column: report.column, value: first.value, share: first.share }];
    }),
  };
}

/** Rows with a missing value, and rows of nothing else; read only where the profiles leave it open. */
async function countGaps(
  work: QualityWork,
  side: Side,
  columns: readonly ProfiledColumn[],
): Promise<{ rowsWithMissing: number; emptyRows: number }> {
  const gaps = columns.filter(({ profile }) => profile.missing > 0);
  if (gaps.length === 0) return { rowsWithMissing: 0, emptyRows: 0 };
  const conditions = gaps.flatMap(({ stored, report }) => missingCell(stored, report.kind, work.settings.missing) ?? []);
  const { database, context, pacer, datasets } = work;
  // Two queries: over thousands of columns, one that shares the conditions takes ten times as long to plan.
  const count = (condition: string): Promise<number[]> =>
    database.using(context.signal, (connection) => countWhere(connection, datasets[side].view, [condition], pacer));
  const [rowsWithMissing = 0] = await count(conditions.join(' or '));
  const [emptyRows = 0] = gaps.length < columns.length ? [0] : await count(conditions.join(' and '));
  return { rowsWithMissing, emptyRows };
}

async function countRepeats(work: QualityWork, side: Side, columns: readonly ProfiledColumn[]): Promise<DuplicateRows> {
  const repeatable = repeatableRows(columns);
  const { view, numberOfRows } = work.datasets[side];
  if (repeatable === 'none' || numberOfRows < 2 || columns.length === 0) return { repeated: 0, most: 0 };
  const request = {
    view,
    columns: columns.map(({ stored }) => quoteName(stored.column)),
    within: repeatable === 'any' ? null : repeatable.within,
  };
  return work.database.using(work.context.signal, (connection) => countDuplicateRows(connection, request));
}

function twins(work: QualityWork, side: Side, columns: readonly ProfiledColumn[]): Promise<string[][]> {
  const { database, context, datasets } = work;
  return duplicatedColumns(alikeColumns(columns), (alike) =>
    database.using(context.signal, (connection) => equalToFirst(connection, datasets[side].view, alike)),
  );
}

function repeatsSql(columns: readonly ProfiledColumn[], { fromClause: from, added }: OpenDataset): string {
  const names = columns
    .filter(({ stored }) => added?.has(stored.column) !== true)
    .map(({ stored }) => quoteName(stored.column))
    .join(', ');
  return `select ${names}, count(*) as "rows"\nfrom ${from}\ngroup by ${names}\nhaving count(*) > 1\norder by "rows" desc;`;
}

async function summariseSide(work: QualityWork, side: Side): Promise<DataSummarySide> {
  const dataset = work.datasets[side];
  const columns = profiledColumns(work.columns, dataset.columns, side);
  const { numberOfRows: rows } = dataset;
  const facts = fromProfiles(columns, rows, work.settings.missing);
  const gaps = await countGaps(work, side, columns);
  const repeats = await countRepeats(work, side, columns);
  await work.pacer.pause();
  const ofRows = (count: number): number | null => (rows === 0 ? null : count / rows);
  const reasons: Reasons =
    rows === 0 ? { rowsWithMissingShare: 'no-cells', emptyRowsShare: 'no-cells', duplicatedRowsShare: 'no-cells' } : {};
  return {
    ...facts,
    missingShare: facts.cells === 0 ? null : facts.missingCells / facts.cells,
    ...gaps,
    rowsWithMissingShare: ofRows(gaps.rowsWithMissing),
    emptyRowsShare: ofRows(gaps.emptyRows),
    duplicatedRows: repeats.repeated,
    duplicatedRowsShare: ofRows(repeats.repeated),
    mostRepeatedRow: repeats.most,
    duplicatedColumns: rows === 0 ? [] : await twins(work, side, columns),
    duplicatedRowsSql: repeatsSql(columns, dataset),
    reasons: { ...reasons, ...(facts.cells === 0 && { missingShare: 'no-cells' }) },
  };
}

/** What both sides are as a whole: kinds, constant and empty columns, gaps, and what is there twice. Exact over all rows. */
export async function summariseData(work: QualityWork): Promise<DataSummarySection> {
  const reference = await summariseSide(work, 'reference');
  return { almostConstantShare, reference, current: await summariseSide(work, 'current') };
}
