import type { Side } from '#shared/domain/dataset.ts';
import type { ColumnReport } from '#shared/domain/report.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';
import type { OpenDataset } from '../data/dataset.ts';
import type { Database } from '../data/openDuckDb.ts';
import type { JobContext, Pacer } from '../jobs/pacer.ts';

/** What looking at the quality of data works with. */
export interface QualityWork {
  readonly database: Database;
  readonly datasets: { readonly reference: OpenDataset; readonly current: OpenDataset };
  readonly settings: ReportSettings;
  readonly context: JobContext;
  readonly pacer: Pacer;
  readonly columns: readonly ColumnReport[];
}

export const sideNames = ['reference', 'current'] as const satisfies readonly Side[];
