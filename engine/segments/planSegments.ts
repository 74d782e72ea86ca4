import type { Segmentation } from '#shared/domain/performanceBySegment.ts';
import type { ColumnReport } from '#shared/domain/report.ts';
import { formatNumber } from '#shared/text/formatNumber.ts';
import type { DatasetColumn } from '../data/dataset.ts';
import { commonValues } from '../data/evidence/commonValues.ts';
import { labelExpression } from '../data/evidence/labels.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import { quoteText } from '../data/quote.ts';
import type { Both } from '../performance/metricRows.ts';
import { onBoth } from '../performance/metricRows.ts';
import type { SegmentWork } from './segmentWork.ts';

/** More segments than this are not read; rarer values share one. */
const mostSegments = 12;
const cutShares = [0.25, 0.5, 0.75] as const;

/** The segments that one column makes, and SQL that gives the number of a row's segment. */
export interface SegmentPlan extends Pick<Segmentation, 'column' | 'cut' | 'otherValues'> {
  readonly labels: readonly string[];
  /** null where a side has no such column. */
  readonly code: Both<string | null>;
}

const usualColumns = 3;

/** The columns that are named, or else the first few features of few categories; numbers where there is none of those. */
export function segmentColumns(columns: readonly ColumnReport[], named: readonly string[]): string[] {
  if (named.length > 0) return [...named];
  const features = columns.filter(({ role, reference, current }) => role === 'feature' && reference !== null && current !== null);
  const few = features.filter(({ kind, reference }) => {
    const distinct = reference?.distinct ?? 0;
    return kind === 'categorical' && distinct > 1 && distinct <= mostSegments;
  });
  const chosen = few.length > 0 ? few : features.filter(({ kind }) => kind === 'numeric');
  return chosen.slice(0, usualColumns).map(({ column }) => column);
}

/** All rows as one segment. */
export const allRows: SegmentPlan = { column: '', cut: 'values', otherValues: 0, labels: ['all rows'], code: onBoth(() => '0') };

function columnOf(work: SegmentWork, side: 'reference' | 'current', name: string): DatasetColumn | null {
  return work.datasets[side].columns.find(({ column }) => column === name) ?? null;
}

/** Quarters of the reference, or of current where the reference has no values. */
function cutsOf({ reference, current, kind }: ColumnReport): { at: number; label: string }[] {
  const profile = (reference?.quantiles.length ?? 0) > 0 ? reference : current;
  const cuts = (profile?.quantiles ?? []).flatMap(({ share, value }) => {
    if (!cutShares.some((each) => each === share)) return [];
    const at = typeof value === 'number' ? value : Date.parse(value);
    const label = kind === 'datetime' ? String(value).slice(0, 16).replace('T', ' ') : formatNumber(at);
    return Number.isFinite(at) ? [{ at, label }] : [];
  });
  return cuts.filter(({ at }, i) => i === 0 || at > cuts[i - 1]!.at);
}

function quarters(work: SegmentWork, report: ColumnReport): SegmentPlan | null {
  const cuts = cutsOf(report);
  const [first] = cuts;
  if (first === undefined) return null;
  const kind = report.kind === 'datetime' ? 'datetime' : 'numeric';
  const code = onBoth((side) => {
    const column = columnOf(work, side, report.column);
    if (column === null) return null;
    const x = `(${numberExpression(column, kind)})`;
    const steps = cuts.map(({ at }) => `(${x} > (${at})::double)::int`).join(' + ');
    return `case when ${x} is null or isnan(${x}) then ${cuts.length + 1} else ${steps} end`;
  });
  const between = cuts.slice(1).map(({ label }, i) => `${cuts[i]!.label} to ${label}`);
  const labels = [`up to ${first.label}`, ...between, `above ${cuts.at(-1)!.label}`, '(missing)'];
  return { column: report.column, cut: 'quarters', otherValues: 0, labels, code };
}

async function byValue(work: SegmentWork, { column: name }: ColumnReport): Promise<SegmentPlan> {
  const form = { truthAsNumber: false, emptyIsMissing: work.settings.missing.includes('empty-string') };
  const expressions = onBoth((side) => {
    const column = columnOf(work, side, name);
    return column === null ? null : `(${labelExpression(column, form)})`;
  });
  const sides = (['reference', 'current'] as const).flatMap((side) => {
    const expression = expressions[side];
    return expression === null ? [] : [{ view: work.datasets[side].view, expression }];
  });
  const { values, others } = await work.database.using(work.context.signal, (connection) => commonValues(connection, sides, mostSegments));
  const code = onBoth((side) => {
    const expression = expressions[side];
    if (expression === null) return null;
    const cases = values.map((value, i) => `when ${expression} = ${quoteText(value)} then ${i}`).join(' ');
    return `case ${cases} when ${expression} is null then ${values.length + 1} else ${values.length} end`;
  });
  const labels = [...values.map((value) => (value === '' ? '(empty)' : value)), '(other values)', '(missing)'];
  return { column: name, cut: 'values', otherValues: Math.max(0, others), labels, code };
}

/** The segments of a column: its most common values, or the quarters of a column of numbers or times; null: it has no values. */
export function planSegments(work: SegmentWork, report: ColumnReport): Promise<SegmentPlan | null> {
  const measured = report.kind === 'numeric' || report.kind === 'datetime';
  return measured ? Promise.resolve(quarters(work, report)) : byValue(work, report);
}
