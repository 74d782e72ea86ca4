import type { UsedRows } from '#shared/domain/performance.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';
import type { DatasetColumn, OpenDataset } from '../data/dataset.ts';
import type { Database } from '../data/openDuckDb.ts';
import type { JobContext, Pacer } from '../jobs/pacer.ts';
import { labelOrder } from './labelOrder.ts';
import { onBoth, type Both } from './metricRows.ts';

/** A side that has a target. */
export interface TargetSide {
  readonly view: string;
  readonly rows: number;
  readonly target: DatasetColumn;
  /** How much each row counts; null where every row counts once. */
  readonly weight: DatasetColumn | null;
}

/** A side that has every column that was named. */
export interface RoleSide extends TargetSide {
  readonly prediction: DatasetColumn | null;
  /** Class → column of its probability, in the order of the classes. */
  readonly probabilities: ReadonlyMap<string, DatasetColumn>;
}

/** What measuring works with; a side is null where a column is not there. */
export interface PerformanceWork {
  readonly database: Database;
  readonly datasets: Both<OpenDataset>;
  readonly sides: Both<RoleSide | null>;
  readonly settings: ReportSettings;
  readonly context: JobContext;
  readonly pacer: Pacer;
}

export function usedRows(side: RoleSide | null, used: number): UsedRows | null {
  return side === null ? null : { rows: side.rows, used, leftOut: side.rows - used };
}

type Places = Pick<PerformanceWork, 'datasets' | 'settings'>;

const columnOf = ({ columns }: OpenDataset, name: string | null): DatasetColumn | undefined =>
  columns.find(({ column }) => column === name);

/**
 * The target of each side that has one, and the weights where they are named, whether or not it also has predictions:
 * baselines need no more.
 */
export function targetSides({ datasets, settings }: Places): Both<TargetSide | null> {
  return onBoth((side) => {
    const { view, numberOfRows: rows } = datasets[side];
    const target = columnOf(datasets[side], settings.roles.target);
    const weight = columnOf(datasets[side], settings.roles.weight) ?? null;
    return target === undefined || (settings.roles.weight !== null && weight === null) ? null : { view, rows, target, weight };
  });
}

/** Each side that has the target, the weights where they are named, and every column of predictions that is named. */
export function roleSides(places: Places): Both<RoleSide | null> {
  const { roles } = places.settings;
  const named = Object.entries(roles.probabilities).sort(([a], [b]) => labelOrder(a, b));
  const targets = targetSides(places);
  return onBoth((side) => {
    const own = targets[side];
    const dataset = places.datasets[side];
    const prediction = columnOf(dataset, roles.prediction) ?? null;
    const found = named.flatMap(([label, name]) => {
      const column = columnOf(dataset, name);
      return column === undefined ? [] : [[label, column] as const];
    });
    const complete = (roles.prediction === null || prediction !== null) && found.length === named.length;
    return own === null || !complete ? null : { ...own, prediction, probabilities: new Map(found) };
  });
}

/** Whether the settings name what the model said of a row. */
export function namesPredictions({ roles }: ReportSettings): boolean {
  return roles.prediction !== null || Object.keys(roles.probabilities).length > 0;
}
