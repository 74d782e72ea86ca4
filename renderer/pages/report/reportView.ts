import type { SortingState } from '@tanstack/react-table';
import type { ColumnReport, DriftReport, MissingValuesSection } from '#shared/domain/report.ts';
import { importancesOf } from '#shared/text/describeModelDrift.ts';
import { columnsNeedingAttention } from '#shared/text/verdict.ts';
import { worstFirst } from '#shared/text/worstFirst.ts';

/** Groups of columns, each a tab over the table. */
export const reportTabs = ['all', 'drifted', 'attention', 'missing'] as const;
export type ReportTab = (typeof reportTabs)[number];

export type MissingColumn = MissingValuesSection['columns'][number];

/** A report in the order and groups in which it is shown. */
export interface ReportView {
  readonly report: DriftReport;
  readonly ordered: readonly ColumnReport[];
  readonly attention: ReadonlySet<string>;
  /** Share of the importance by column; null where the report knows none. */
  readonly importances: ReadonlyMap<string, number> | null;
  readonly missing: readonly MissingColumn[];
  readonly counts: Readonly<Record<ReportTab, number>>;
}

const shareOf = (side: MissingColumn['reference']): number => side?.share ?? 0;

/** Columns with missing values, those whose share rose most first. */
function missingColumns(report: DriftReport): MissingColumn[] {
  const some = report.missingValues.columns.filter(({ reference, current }) => (reference?.missing ?? 0) + (current?.missing ?? 0) > 0);
  const rise = (column: MissingColumn): number => shareOf(column.current) - shareOf(column.reference);
  return some.sort((a, b) => rise(b) - rise(a) || shareOf(b.current) - shareOf(a.current));
}

export function viewOf(report: DriftReport): ReportView {
  const ordered = worstFirst(report.dataDrift.columns);
  const attention = columnsNeedingAttention(report);
  const missing = missingColumns(report);
  const counts = {
    all: ordered.length,
    drifted: ordered.filter(({ drifted }) => drifted).length,
    attention: ordered.filter(({ column }) => attention.has(column)).length,
    missing: missing.length,
  };
  return { report, ordered, attention, importances: importancesOf(report), missing, counts };
}

export function asTab(text: string | undefined): ReportTab {
  return reportTabs.find((tab) => tab === text) ?? 'all';
}

/** Whether every word that was typed occurs in one of the texts. */
export function matches(filter: string, ...texts: readonly string[]): boolean {
  const text = texts.join(' ').toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export function columnsOn(view: ReportView, tab: ReportTab, filter: string): ColumnReport[] {
  return view.ordered.filter((column) => {
    if (tab === 'drifted' && !column.drifted) return false;
    if (tab === 'attention' && !view.attention.has(column.column)) return false;
    return matches(filter, column.column, column.kind, column.method ?? '', column.role);
  });
}

/** `score.desc` in the address is one sorted column; anything else is the order that puts the worst first. */
export function parseSorting(text: string | undefined): SortingState {
  const found = /^(.+)\.(asc|desc)$/.exec(text ?? '');
  return found?.[1] === undefined ? [] : [{ id: found[1], desc: found[2] === 'desc' }];
}

export function formatSorting(sorting: SortingState): string {
  const [first] = sorting;
  return first === undefined ? '' : `${first.id}.${first.desc ? 'desc' : 'asc'}`;
}
