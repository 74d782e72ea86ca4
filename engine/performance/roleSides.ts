import type { UsedRows } from '#shared/domain/performance.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';
import type { DatasetColumn, OpenDataset } from '../data/dataset.ts';
import type { Database } from '../data/openDuckDb.ts';
import type { JobContext, Pacer } from '../jobs/pacer.ts';
import type { Both } from './metricRows.ts';

/** A side that has both columns. */
export interface RoleSide {
  readonly view: string;
  readonly rows: number;
  readonly target: DatasetColumn;
  readonly prediction: DatasetColumn;
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
