import { AppError } from '#shared/errors/AppError.ts';
import { nearNames } from '#shared/lib/nearNames.ts';
import { own } from '#shared/lib/own.ts';
import type { ChosenKind } from '#shared/domain/dataset.ts';
import type { ColumnReport } from '#shared/domain/report.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';
import type { DatasetColumn, OpenDataset } from '../data/dataset.ts';
import { groupOf } from '../data/sqlTypes.ts';

/**
 * The way a column is gathered: as doubles, as texts with counts, not at all, or each side for itself
 * because the sides cannot be compared.
 */
export type Route = 'numbers' | 'texts' | 'unsupported' | 'apart';

export interface PlannedColumn {
  readonly column: string;
  readonly reference: DatasetColumn | null;
  readonly current: DatasetColumn | null;
  readonly chosen: ChosenKind | null;
  readonly role: ColumnReport['role'];
  readonly route: Route;
}

function chosenKindOf(column: string, settings: ReportSettings): ChosenKind | null {
  const chosen = own(settings.kinds, column);
  if (chosen !== undefined) return chosen;
  return settings.roles.datetime === column ? 'datetime' : null;
}

function roleOf(column: string, roles: ReportSettings['roles']): ColumnReport['role'] {
  if (roles.target === column) return 'target';
  if (roles.prediction === column || Object.values(roles.probabilities).includes(column)) return 'prediction';
  if (roles.id === column) return 'id';
  if (roles.weight === column) return 'weight';
  return roles.datetime === column ? 'datetime' : 'feature';
}

function routeOf(sides: readonly DatasetColumn[], chosen: ChosenKind | null): Route {
  const groups = new Set(sides.map((side) => groupOf(side.family)));
  if (groups.has('unsupported')) return groups.size === 1 ? 'unsupported' : 'apart';
  if (chosen === 'numeric' || chosen === 'datetime') return 'numbers';
  if (groups.size > 1) return chosen !== null || !(groups.has('number') || groups.has('time')) ? 'texts' : 'apart';
  if (groups.has('number')) return chosen === 'text' ? 'texts' : 'numbers';
  return groups.has('time') && chosen === null ? 'numbers' : 'texts';
}

export function planColumn(
  column: string,
  reference: DatasetColumn | null,
  current: DatasetColumn | null,
  settings: ReportSettings,
): PlannedColumn {
  const chosen = chosenKindOf(column, settings);
  const sides = [reference, current].filter((side) => side !== null);
  return { column, reference, current, chosen, role: roleOf(column, settings.roles), route: routeOf(sides, chosen) };
}

function namedColumns(settings: ReportSettings): string[] {
  const { drift, roles, binning, ranking, fairness } = settings;
  const edges = binning.kind === 'fixed-edges' ? Object.keys(binning.edges) : [];
  const { probabilities, ...single } = roles;
  const byRole = [...Object.values(single).filter((name) => name !== null), ...Object.values(probabilities)];
  return [
    ...(settings.columns ?? []),
    ...settings.ignore,
    ...Object.keys(settings.kinds),
    ...Object.keys(settings.importances),
    ...Object.keys(drift.methods),
    ...Object.keys(drift.thresholds),
    ...edges,
    ...settings.segments.by,
    ...byRole,
    ...(ranking.group === null ? [] : [ranking.group]),
    ...fairness.sensitive,
  ];
}

function checkNames(settings: ReportSettings, known: readonly string[]): void {
  const names = new Set(known);
  for (const name of namedColumns(settings)) {
    if (names.has(name)) continue;
    const near = nearNames(name, known);
    const hint = near.length > 0 ? ` Did you mean ${near.join(', ')}?` : '';
    throw new AppError('E_COLUMN_UNKNOWN', `Neither side has a column ${name}.${hint}`, { subject: { column: name } });
  }
}

/** Every column of either side that the settings ask for: the reference's in their order, then the current-only ones. */
export function planColumns(reference: OpenDataset, current: OpenDataset, settings: ReportSettings): PlannedColumn[] {
  const inReference = new Map(reference.columns.map((column) => [column.column, column]));
  const inCurrent = new Map(current.columns.map((column) => [column.column, column]));
  const all = [...new Set([...inReference.keys(), ...inCurrent.keys()])];
  checkNames(settings, all);
  const wanted = settings.columns === null ? null : new Set(settings.columns);
  const ignored = new Set(settings.ignore);
  const chosen = all.filter((column) => (wanted === null || wanted.has(column)) && !ignored.has(column));
  if (chosen.length === 0) throw new AppError('E_NO_COLUMNS', 'No column is left to compare.');
  return chosen.map((column) => planColumn(column, inReference.get(column) ?? null, inCurrent.get(column) ?? null, settings));
}
