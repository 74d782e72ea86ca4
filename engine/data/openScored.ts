import type { Side } from '#shared/domain/dataset.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';
import { openDataset, fromClauseOf, type OpenDataset } from './dataset.ts';
import type { Database } from './openDuckDb.ts';
import { resolveSource, type ResolvedSource } from './resolveSource.ts';

interface ScoredFile {
  readonly side: Side;
  /** The data that were scored, which the report names. */
  readonly source: ResolvedSource;
  /** Derived columns, condition and sample; the first two were applied when the data were scored. */
  readonly rows: Pick<ReportSettings, 'where' | 'sample' | 'derive'>;
  /** The file with rows and predictions. */
  readonly scored: string;
  readonly added: readonly { readonly column: string }[];
}

/** Opens data that a model was run on: rows and predictions of one file, under the name of the data they come from. */
export async function openScored(database: Database, request: ScoredFile, signal: AbortSignal): Promise<OpenDataset> {
  const { side, source, rows, scored, added } = request;
  const file = await resolveSource({ path: scored });
  const opened = await openDataset(database, { side, source: file, rows: { where: null, sample: rows.sample } }, signal);
  const fromClause = await database.using(signal, (connection) => fromClauseOf(connection, source, rows));
  return { ...opened, source, fromClause, added: new Set(added.map(({ column }) => column)) };
}
