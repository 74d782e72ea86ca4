import type { ColumnReport, Finding } from '#shared/domain/report.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';
import type { DatasetColumn, OpenDataset } from '../data/dataset.ts';
import { openDuckDb, type Database } from '../data/openDuckDb.ts';
import type { JobContext, Pacer } from '../jobs/pacer.ts';
import type { Both } from '../performance/metricRows.ts';

/** What relations between columns are measured with. */
export interface RelationWork {
  readonly database: Database;
  readonly datasets: Both<OpenDataset>;
  readonly settings: ReportSettings;
  readonly context: JobContext;
  readonly pacer: Pacer;
  readonly columns: readonly ColumnReport[];
}

export interface Measured<T> {
  readonly value: T | null;
  readonly findings: readonly Finding[];
}

/** A column that both sides have and that means the same on both. */
export interface SharedColumn {
  readonly report: ColumnReport;
  readonly reference: DatasetColumn;
  readonly current: DatasetColumn;
}

/** The columns of some kinds that can be compared, in the order of the data. */
export function sharedColumns({ columns, datasets }: RelationWork, kinds: readonly ColumnReport['kind'][]): SharedColumn[] {
  return columns.flatMap((report): SharedColumn[] => {
    const reference = datasets.reference.columns.find(({ column }) => column === report.column);
    const current = datasets.current.columns.find(({ column }) => column === report.column);
    if (reference === undefined || current === undefined || !kinds.includes(report.kind)) return [];
    if (report.status === 'not-tested' && ['kinds-differ', 'failed', 'type-not-analysed'].includes(report.notTested.reason)) return [];
    return [{ report, reference, current }];
  });
}

/**
 * Runs work on a database that reads rows in the order of the files, so that samples, and sums of fractions to their last
 * digit, are the same each time.
 */
export async function withOrderedRows<T>(work: RelationWork, use: (database: Database) => Promise<T>): Promise<T> {
  // A report on a sample reads tables of its own database, which keeps the order already.
  if (work.settings.sample !== null) return use(work.database);
  const { reference, current } = work.datasets;
  const files = [...new Set([...reference.source.files, ...current.source.files].map(({ path }) => path))];
  const database = await openDuckDb({ files, folders: [work.database.temporary], repeatable: true });
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}
