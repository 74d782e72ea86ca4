import type { ChangedColumn, ChangedMetric, ColumnChange, ColumnState, ReportChanges, ReportSide } from '#shared/domain/changes.ts';
import type { DatasetSummary } from '#shared/domain/dataset.ts';
import type { ColumnReport, DriftReport, Finding } from '#shared/domain/report.ts';
import type { Reasons } from '#shared/domain/profile.ts';
import { metricChange } from '#shared/text/metricNames.ts';
import { version } from '#shared/version.ts';

function sideOf({ id, createdAt, reference, current, dataDrift, exact }: DriftReport): ReportSide {
  const data = ({ name, numberOfRows }: DatasetSummary): ReportSide['reference'] => ({ name, numberOfRows });
  const { numberOfColumns, numberOfDriftedColumns, datasetDrift } = dataDrift;
  return {
    id,
    createdAt,
    reference: data(reference),
    current: data(current),
    numberOfColumns,
    numberOfDriftedColumns,
    datasetDrift,
    exact,
  };
}

function sameFiles(a: DatasetSummary, b: DatasetSummary): boolean {
  const hashes = ({ files }: DatasetSummary): string => files.map(({ sha256 }) => sha256).join();
  return a.files.every(({ sha256 }) => sha256 !== '') && hashes(a) === hashes(b);
}

function stateOf(column: ColumnReport | undefined): ColumnState | null {
  if (column === undefined) return null;
  const { status, drifted, method, driftScore, threshold } = column;
  const missingShare = column.current?.missingShare ?? null;
  const reasons: Reasons = {
    ...(driftScore === null && { driftScore: 'not-tested', scoreIs: 'not-tested' }),
    ...(threshold === null && { threshold: 'not-tested' }),
    ...(missingShare === null && { missingShare: column.current === null ? 'no-such-column' : 'no-cells' }),
  };
  return {
    status,
    drifted,
    method,
    driftScore,
    scoreIs: column.status === 'tested' ? column.scoreIs : null,
    threshold,
    missingShare,
    reasons,
  };
}

function changeOf(before: ColumnState | null, after: ColumnState | null): ColumnChange {
  if (before === null) return 'new';
  if (after === null) return 'gone';
  if (before.status !== after.status) return after.status === 'tested' ? 'now-tested' : 'no-longer-tested';
  if (before.drifted !== after.drifted) return after.drifted ? 'now-drifted' : 'no-longer-drifted';
  if (before.method !== after.method) return 'method-changed';
  const same = before.driftScore === after.driftScore && before.threshold === after.threshold && before.missingShare === after.missingShare;
  return same ? 'same' : 'moved';
}

const order: readonly ColumnChange[] = [
  'now-drifted',
  'no-longer-drifted',
  'gone',
  'new',
  'no-longer-tested',
  'now-tested',
  'method-changed',
  'moved',
  'same',
];

/** How far a score lies on the side of drift, so that scores of one method can be ordered: 1 is at the threshold. */
function strength(state: ColumnState | null): number {
  if (state?.driftScore == null || state.threshold === null) return 0;
  const [score, threshold] = state.scoreIs === 'pValue' ? [state.threshold, state.driftScore] : [state.driftScore, state.threshold];
  return score / Math.max(threshold, Number.MIN_VALUE);
}

function columnsOf(before: DriftReport, after: DriftReport): ChangedColumn[] {
  const earlier = new Map(before.dataDrift.columns.map((column) => [column.column, column]));
  const later = new Map(after.dataDrift.columns.map((column) => [column.column, column]));
  const changed = [...new Set([...later.keys(), ...earlier.keys()])].map((column): ChangedColumn => {
    const states = { before: stateOf(earlier.get(column)), after: stateOf(later.get(column)) };
    return { column, change: changeOf(states.before, states.after), ...states };
  });
  const step = ({ before: from, after: to }: ChangedColumn): number => Math.abs(Math.log1p(strength(to)) - Math.log1p(strength(from)));
  return changed
    .map((column, i) => ({ column, i }))
    .toSorted((a, b) => order.indexOf(a.column.change) - order.indexOf(b.column.change) || step(b.column) - step(a.column) || a.i - b.i)
    .map(({ column }) => column);
}

function metricsOf(before: DriftReport, after: DriftReport): ChangedMetric[] {
  if (before.performance === null || after.performance === null || before.performance.task !== after.performance.task) return [];
  const earlier = new Map(before.performance.metrics.map((row) => [row.metric, row]));
  return after.performance.metrics.flatMap((row): ChangedMetric[] => {
    const from = earlier.get(row.metric);
    if (from === undefined || (from.current === null && row.current === null)) return [];
    const reasons: Reasons = {
      ...(from.current === null && { before: from.reasons['current'] ?? 'not-tested' }),
      ...(row.current === null && { after: row.reasons['current'] ?? 'not-tested' }),
    };
    const is = metricChange({ metric: row.metric, reference: from.current, current: row.current, reasons: {} })?.is ?? null;
    return [
      {
        metric: row.metric,
        before: from.current,
        after: row.current,
        is,
        reasons: { ...reasons, ...(is === null && { is: 'not-tested' }) },
      },
    ];
  });
}

/** Settings by their paths, as JSON; what is set by column is one setting a column. */
function flat(value: unknown, path = ''): [string, string][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path, JSON.stringify(value)]];
  return Object.entries(value).flatMap(([key, item]) => flat(item, path === '' ? key : `${path}.${key}`));
}

function settingsOf(before: DriftReport, after: DriftReport): ReportChanges['settings'] {
  const earlier = new Map(flat(before.settings));
  const later = new Map(flat(after.settings));
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .map((setting) => ({ setting, before: earlier.get(setting) ?? 'null', after: later.get(setting) ?? 'null' }))
    .filter((each) => each.before !== each.after);
}

function findingsOf(before: DriftReport, after: DriftReport): ReportChanges['findings'] {
  const keyOf = ({ code, column }: Finding): string => JSON.stringify([code, column]);
  const earlier = new Set(before.findings.map(keyOf));
  const later = new Set(after.findings.map(keyOf));
  return {
    appeared: after.findings.filter((finding) => !earlier.has(keyOf(finding))),
    gone: before.findings.filter((finding) => !later.has(keyOf(finding))),
  };
}

/** What changed from one report to another: verdicts, scores, metrics, findings, and what else differs and may be the reason. */
export function compareReports(before: DriftReport, after: DriftReport): ReportChanges {
  return {
    schemaVersion: 1,
    producedBy: { name: 'driftglass', version },
    before: sideOf(before),
    after: sideOf(after),
    sameReference: sameFiles(before.reference, after.reference),
    sameCurrent: sameFiles(before.current, after.current),
    settings: settingsOf(before, after),
    columns: columnsOf(before, after),
    metrics: metricsOf(before, after),
    findings: findingsOf(before, after),
  };
}
