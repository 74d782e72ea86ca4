import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { AppError } from '#shared/errors/AppError.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import type { DatasetSummary, Side } from '#shared/domain/dataset.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';
import type { JobContext } from '../jobs/pacer.ts';
import { databaseError } from './databaseError.ts';
import { columnNames, withDerived } from './derivedColumns.ts';
import { hashFile } from './hashFile.ts';
import type { Database } from './openDuckDb.ts';
import { quoteName, quoteText } from './quote.ts';
import type { ResolvedSource } from './resolveSource.ts';
import { familyOf, type Family } from './sqlTypes.ts';

export interface DatasetColumn {
  readonly column: string;
  readonly type: string;
  readonly family: Family;
}

/** A data set as the database sees it: its columns and the number of rows that meet the condition. */
export interface OpenDataset {
  readonly source: ResolvedSource;
  /**
   * The view of the rows: what stands after FROM. Not a named view over all columns, which would be bound anew in each
   * query and costs more than reading one column of a wide file.
   */
  readonly view: string;
  /** What stands after FROM (and WHERE) to read the same rows elsewhere; for people to copy. */
  readonly fromClause: string;
  readonly columns: readonly DatasetColumn[];
  /** Rows of the view: those that meet the condition, or the sample of them. */
  readonly numberOfRows: number;
  /** Rows that meet the condition, sampled or not. */
  readonly rowsBeforeSampling: number;
  /** Columns that the files of the source do not have: predictions of a model. */
  readonly added?: ReadonlySet<string>;
}

/** Which rows to read, and what is worked out for them; `inPlace` reads a format of rows where it lies, for a look at a few of them. */
type RowChoice = Pick<ReportSettings, 'where' | 'sample'> & Partial<Pick<ReportSettings, 'derive'>> & { readonly inPlace?: boolean };

function scanOf(source: ResolvedSource, guess: 'from-all-rows' | 'from-head' = 'from-head'): string {
  return source.reader.scan(
    source.files.map((file) => quoteText(file.path)),
    guess,
  );
}

/** The source as a person would write it: one path, folder pattern or glob. */
function readableScan(source: ResolvedSource): string {
  return source.files.length <= 3 ? scanOf(source) : source.reader.scan([quoteText(source.path)], 'from-head');
}

const withCondition = (from: string, where: string | null): string => (where === null ? from : `${from} where (${where})`);

/** What stands after FROM (and WHERE) to read the rows of a source that meet a condition, with what is derived; for people to copy. */
export async function fromClauseOf(connection: DuckDBConnection, source: ResolvedSource, rows: RowChoice): Promise<string> {
  const derived = await derivedBy(connection, { source, rows });
  return withCondition(derived(readableScan(source)), rows.where);
}

/** What the view of one side is made from. */
interface SideRequest {
  readonly side: Side;
  readonly source: ResolvedSource;
  readonly rows: RowChoice;
}

function unreadable(error: unknown, { source }: SideRequest, fallback: ErrorCode): AppError {
  const subject = { path: source.files.length === 1 ? source.files[0]!.path : source.path };
  return databaseError(error, fallback, `${source.path} cannot be read`, subject);
}

async function checkCondition(connection: DuckDBConnection, source: ResolvedSource, from: string, where: string): Promise<void> {
  const sql = `select 1 from ${from} where (${where}\n) limit 0`;
  try {
    const statements = await connection.extractStatements(sql);
    if (statements.count !== 1) throw new Error('it holds more than one statement');
    await connection.run(sql);
  } catch (error) {
    const message = error instanceof Error ? error.message.split('\n\n')[0]! : String(error);
    throw new AppError('E_CONDITION_INVALID', `The condition ${where} does not work on ${source.path}: ${message}`, { cause: error });
  }
}

/** Whether a text column holds nothing but numbers or times: a guess from the head that took it for text was wrong. */
async function isMistakenForText(connection: DuckDBConnection, scan: string): Promise<boolean> {
  const described = await connection.runAndReadAll(`describe select * from ${scan}`);
  const texts = described.getRows().flatMap((row) => (row[1] === 'VARCHAR' ? [quoteName(String(row[0]))] : []));
  if (texts.length === 0) return false;
  const checks = texts.map((name) => {
    const others = ['double', 'timestamp'].map(
      (type) => `count(*) filter (${name} is not null and try_cast(${name} as ${type}) is null) = 0`,
    );
    return `(count(${name}) > 0 and (${others.join(' or ')}))`;
  });
  const read = await connection.runAndReadAll(`select ${checks.join(' or ')} from ${scan}`);
  return read.getRows()[0]![0] === true;
}

/**
 * Evidence is gathered column by column. Parquet is read in place; a format of rows would be parsed whole for each
 * column, so it is parsed once into a temporary parquet file, with types that hold for all rows.
 */
async function columnarScan(
  connection: DuckDBConnection,
  { side, source }: SideRequest,
  temporary: string,
  signal: AbortSignal,
): Promise<string> {
  if (source.reader.columnar) return scanOf(source);
  const path = quoteText(join(temporary, `${side}.parquet`));
  const rewritten = `read_parquet([${path}])`;
  const rewrite = async (guess: 'from-all-rows' | 'from-head'): Promise<void> => {
    await connection.run(`copy (select * from ${scanOf(source, guess)}) to ${path} (format parquet, compression snappy)`);
  };
  if (source.reader.headGuessCanBeChecked) {
    const done = await rewrite('from-head').then(
      () => true,
      (error: unknown) => {
        if (signal.aborted) throw error;
        return false;
      },
    );
    if (done && !(await isMistakenForText(connection, rewritten))) return rewritten;
  }
  await rewrite('from-all-rows');
  return rewritten;
}

/** A comment at the end of a condition must not take the bracket with it. */
const whereOf = (rows: RowChoice): string => (rows.where === null ? '' : ` where (${rows.where}\n)`);

async function countRows(connection: DuckDBConnection, from: string): Promise<number> {
  const counted = await connection.runAndReadAll(`select count(*)::double from ${from}`);
  return Number(counted.getRows()[0]![0]);
}

/** Adds the derived columns to what stands after FROM. */
type Derive = (from: string) => string;

async function derivedBy(connection: DuckDBConnection, { source, rows }: Pick<SideRequest, 'source' | 'rows'>): Promise<Derive> {
  const { derive = [] } = rows;
  if (derive.length === 0) return (from) => from;
  const names = await columnNames(connection, scanOf(source));
  await withDerived(scanOf(source), names, derive).check(connection, source.path);
  return (from) => withDerived(from, names, derive).from;
}

interface ViewRequest extends SideRequest {
  readonly derived: Derive;
  readonly temporary: string;
}

async function viewOf(connection: DuckDBConnection, request: ViewRequest, signal: AbortSignal): Promise<string> {
  const { side, rows, temporary } = request;
  const scan = request.derived(rows.inPlace === true ? scanOf(request.source) : await columnarScan(connection, request, temporary, signal));
  const view = rows.where === null ? scan : `(select * from ${scan}${whereOf(rows)})`;
  if (rows.sample === null) return view;
  const sample = `using sample reservoir(${rows.sample.rows} rows) repeatable (${rows.sample.seed})`;
  await connection.run(`create table ${side} as select * from (select * from ${view}) ${sample}`);
  return side;
}

/** Makes the view of one side and reads its columns and number of rows. Throws E_FILE_CORRUPT, E_DERIVATION_INVALID, E_CONDITION_INVALID, … */
export async function openDataset(database: Database, request: SideRequest, signal: AbortSignal): Promise<OpenDataset> {
  const { source, rows } = request;
  return database.using(signal, async (connection) => {
    try {
      await connection.run(`select 1 from ${scanOf(source)} limit 0`);
    } catch (error) {
      throw unreadable(error, request, 'E_FILE_CORRUPT');
    }
    const derived = await derivedBy(connection, request);
    if (rows.where !== null) await checkCondition(connection, source, derived(scanOf(source)), rows.where);
    try {
      const view = await viewOf(connection, { ...request, derived, temporary: database.temporary }, signal);
      const columns = await readColumns(connection, view);
      const numberOfRows = await countRows(connection, view);
      const rowsBeforeSampling = rows.sample === null ? numberOfRows : await countRows(connection, derived(scanOf(source)) + whereOf(rows));
      const fromClause = withCondition(derived(readableScan(source)), rows.where);
      return { source, view, fromClause, columns, numberOfRows, rowsBeforeSampling };
    } catch (error) {
      throw unreadable(error, request, 'E_DATA_UNREADABLE');
    }
  });
}

async function readColumns(connection: DuckDBConnection, view: string): Promise<DatasetColumn[]> {
  const described = await connection.runAndReadAll(`describe select * from ${view}`);
  return described.getRows().map((row) => ({ column: String(row[0]), type: String(row[1]), family: familyOf(String(row[1])) }));
}

/** The summary of an open data set, with the hash of each file. */
export async function summarise(dataset: OpenDataset, context: JobContext): Promise<DatasetSummary> {
  const { source, columns } = dataset;
  const files = [];
  for (const file of source.files) {
    const sha256 = await hashFile(file.path, context.signal);
    files.push({ path: file.path, name: file.path.split(/[\\/]/).at(-1)!, bytes: file.bytes, sha256 });
  }
  return {
    name: source.name,
    path: source.path,
    format: source.reader.id,
    files,
    numberOfRows: dataset.rowsBeforeSampling,
    numberOfColumns: columns.length,
  };
}
