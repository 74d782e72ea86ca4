import type { ConflictSide, ConflictingTargetsSection } from '#shared/domain/conflictingTargets.ts';
import type { ColumnReport } from '#shared/domain/report.ts';
import type { Side } from '#shared/domain/dataset.ts';
import type { DatasetColumn } from '../data/dataset.ts';
import { countConflicts } from '../data/evidence/conflictingTargets.ts';
import { countWhere } from '../data/evidence/countWhere.ts';
import { missingCell } from '../data/evidence/missingCells.ts';
import { quoteName } from '../data/quote.ts';
import { profiledColumns } from './duplicatedColumns.ts';
import { repeatableRows } from './repeatableRows.ts';
import type { QualityWork } from './sideWork.ts';

const mostExamples = 10;
const mostTargets = 5;

/** What a model may know of a row: its features, without identifiers and without types that are not analysed. */
function isFeature({ role, kind }: ColumnReport): boolean {
  return role === 'feature' && kind !== 'id' && kind !== 'unsupported';
}

function rowsWithTarget(target: DatasetColumn, work: QualityWork): string {
  const kind = work.columns.find(({ column }) => column === target.column)?.kind ?? 'categorical';
  const name = quoteName(target.column);
  const notNumber = target.type === 'FLOAT' || target.type === 'DOUBLE' ? ` and not isnan(${name})` : '';
  const missing = missingCell(target, kind, work.settings.missing);
  return `${name} is not null${notNumber}${missing === null ? '' : ` and not ${missing}`}`;
}

function sideOf(rows: number, counts: Omit<ConflictSide, 'rows' | 'share' | 'reasons'>): ConflictSide {
  const share = rows === 0 ? null : counts.conflictingRows / rows;
  return { rows, ...counts, share, reasons: share === null ? { share: 'no-valid-values' } : {} };
}

const none = { conflictingRows: 0, patterns: 0, examples: [] };

async function findOn(work: QualityWork, side: Side, targetName: string): Promise<ConflictSide | null> {
  const { view, columns } = work.datasets[side];
  const target = columns.find(({ column }) => column === targetName);
  if (target === undefined) return null;
  const features = profiledColumns(work.columns.filter(isFeature), columns, side);
  const hasTarget = rowsWithTarget(target, work);
  const { database, context, pacer } = work;
  return database.using(context.signal, async (connection) => {
    const [rows = 0] = await countWhere(connection, view, [hasTarget], pacer);
    const repeatable = features.length === 0 ? 'none' : repeatableRows(features);
    if (repeatable === 'none' || rows === 0) return sideOf(rows, none);
    const found = await countConflicts(connection, {
      view,
      features: features.map(({ stored }) => quoteName(stored.column)),
      target: quoteName(target.column),
      hasTarget,
      within: repeatable === 'any' ? null : repeatable.within,
      mostExamples,
      mostTargets,
    });
    const examples = found.examples.map((example) => ({
      features: Object.fromEntries(features.map(({ stored }, i) => [stored.column, example.features[i] ?? null])),
      rows: example.rows,
      targets: [...example.targets],
    }));
    return sideOf(rows, { conflictingRows: found.rows, patterns: found.patterns, examples });
  });
}

/** Rows that agree in every feature and have different targets, on both sides; null where no target is named. */
export async function findConflictingTargets(work: QualityWork): Promise<ConflictingTargetsSection | null> {
  const { target } = work.settings.roles;
  if (target === null) return null;
  const features = work.columns.filter(isFeature).map(({ column }) => column);
  const reference = await findOn(work, 'reference', target);
  const current = await findOn(work, 'current', target);
  return reference === null && current === null ? null : { target, features, reference, current };
}
