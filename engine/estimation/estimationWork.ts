import type { ColumnReport } from '#shared/domain/report.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';
import type { OpenDataset } from '../data/dataset.ts';
import type { Database } from '../data/openDuckDb.ts';
import type { JobContext, Pacer } from '../jobs/pacer.ts';
import type { Both } from '../performance/metricRows.ts';

/** What estimating works with. */
export interface EstimationWork {
  readonly database: Database;
  readonly datasets: Both<OpenDataset>;
  readonly settings: ReportSettings;
  readonly columns: readonly ColumnReport[];
  readonly context: JobContext;
  readonly pacer: Pacer;
}
