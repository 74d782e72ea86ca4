import type { ColumnReport, DriftReport } from '#shared/domain/report.ts';
import type { CheckParams, ColumnGroup, Suite, SuiteEntry } from '#shared/domain/suite.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { nearNames } from '#shared/lib/nearNames.ts';
import { checks } from './checks.ts';
import type { Check } from './defineCheck.ts';
import { presets } from './presets.ts';

/** One check on one column, or on the whole. */
export interface PlannedCheck {
  readonly check: Check;
  readonly column: ColumnReport | null;
  readonly entry: SuiteEntry;
  readonly params: CheckParams;
  /** How it came about; a column that is named goes before one of a group, and that before a preset. */
  readonly from: 'named' | 'group' | 'preset';
}

function invalid(message: string): AppError {
  return new AppError('E_SUITE_INVALID', message);
}

/** The entry of a registry under an id, or a mistake that lists near names. */
export function known<T extends { readonly id: string }>(
  items: { readonly all: readonly T[]; get(id: string): T | undefined },
  id: string,
  what: string,
): T {
  const found = items.get(id);
  if (found !== undefined) return found;
  const near = nearNames(
    id,
    items.all.map((item) => item.id),
  );
  const hint = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `there are ${items.all.map((item) => item.id).join(', ')}.`;
  throw invalid(`There is no ${what} ${JSON.stringify(id)}; ${hint}`);
}

const isIn: Readonly<Record<ColumnGroup, (column: ColumnReport) => boolean>> = {
  all: () => true,
  numeric: ({ kind }) => kind === 'numeric',
  categorical: ({ kind }) => kind === 'categorical',
  features: ({ role }) => role === 'feature',
  target: ({ role }) => role === 'target',
  prediction: ({ role }) => role === 'prediction',
};

function namedColumns(names: readonly string[], report: DriftReport): ColumnReport[] {
  const all = report.dataDrift.columns;
  return names.map((name) => {
    const found = all.find(({ column }) => column === name);
    if (found !== undefined) return found;
    const near = nearNames(
      name,
      all.map(({ column }) => column),
    );
    const hint = near.length > 0 ? ` Did you mean ${near.join(', ')}?` : '';
    throw new AppError('E_COLUMN_UNKNOWN', `The suite names a column ${name}, which neither side has.${hint}`, {
      subject: { column: name },
    });
  });
}

/** Whether an expansion over many columns takes this one: of the check's kinds, and in both data sets. */
function takes(check: Check, column: ColumnReport): boolean {
  if (check.scope === 'dataset') return false;
  return check.kinds.includes(column.kind) && column.reference !== null && column.types.reference !== null;
}

function columnsOf(check: Check, entry: SuiteEntry, report: DriftReport): (ColumnReport | null)[] {
  if (check.scope === 'dataset') {
    if (entry.column !== undefined || entry.columns !== undefined)
      throw invalid(`${check.id} looks at the whole data set; it takes no column.`);
    return [null];
  }
  if (entry.column !== undefined && entry.columns !== undefined) throw invalid(`${check.id} is given both column and columns.`);
  if (entry.column !== undefined) return namedColumns([entry.column], report);
  const { columns = 'all' } = entry;
  if (typeof columns !== 'string') return namedColumns(columns, report);
  return report.dataDrift.columns.filter((column) => isIn[columns](column) && takes(check, column));
}

/** The parameters of a check, complete; or a mistake that names the one that does not fit. */
export function paramsOf(check: Check, entry: SuiteEntry): CheckParams {
  const parsed = check.params.safeParse(entry.params ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw invalid(`params of ${check.id}: ${[...issue.path, issue.message].join(' ')}.`);
}

function expand(entry: SuiteEntry, report: DriftReport, preset: boolean): PlannedCheck[] {
  const check = known(checks, entry.check, 'check');
  if (entry.mostly !== undefined && !check.looksAtRows)
    throw invalid(`${check.id} does not look at single rows; mostly has no meaning for it.`);
  if (entry.mostly !== undefined && entry.condition !== undefined) throw invalid(`${check.id} is given both mostly and condition.`);
  const named = entry.column !== undefined || Array.isArray(entry.columns) || check.scope === 'dataset';
  const from = preset ? 'preset' : named ? 'named' : 'group';
  const params = paramsOf(check, entry);
  return columnsOf(check, entry, report).map((column) => ({ check, column, entry, params, from }));
}

/** Tells the checks of a suite apart. */
export const keyOf = ({ check, column, params }: PlannedCheck): string => JSON.stringify([check.id, column?.column ?? null, params]);

const rank: Readonly<Record<PlannedCheck['from'], number>> = { named: 0, group: 1, preset: 2 };

/** The single checks of a suite on the columns of a report. What a suite says twice of one column counts once, the nearest. */
export function planChecks(suite: Suite, report: DriftReport): PlannedCheck[] {
  const ofPresets = (suite.presets ?? []).flatMap((id) => {
    const { entries, more } = known(presets, id, 'preset');
    return [...entries, ...(more?.(report) ?? [])].flatMap((entry) => expand(entry, report, true));
  });
  const own = (suite.checks ?? []).flatMap((entry) => expand(entry, report, false));
  const all = [...ofPresets, ...own];
  const best = new Map<string, PlannedCheck>();
  for (const planned of all) {
    const before = best.get(keyOf(planned));
    if (before === undefined || rank[planned.from] < rank[before.from]) best.set(keyOf(planned), planned);
  }
  return all.filter((planned) => {
    const chosen = best.get(keyOf(planned));
    return planned === chosen || (planned.from === 'named' && chosen?.from === 'named');
  });
}
