import { access, chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { HandlerContext } from '#shared/contract/operation.ts';
import type { DataSource } from '#shared/domain/dataset.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { databaseError } from '../data/databaseError.ts';
import { openDuckDb } from '../data/openDuckDb.ts';
import { quoteText } from '../data/quote.ts';
import { currentMonth, makeTrips, referenceMonth } from './makeTrips.ts';
import { tripColumns, type Trip } from './tripColumns.ts';

/** Raised whenever other rows are made, so that an older sample is made anew. */
const generation = '1';

const referenceFile = 'trips-2026-01.parquet';
const currentFolder = 'trips-2026-02';

export interface SampleData {
  readonly reference: DataSource;
  readonly current: DataSource;
}

function cell(value: Trip[keyof Trip]): string {
  if (value === null) return '\\N';
  return typeof value === 'string' ? `"${value}"` : String(value);
}

function asCsv(trips: readonly Trip[]): string {
  const columns = Object.keys(tripColumns) as (keyof Trip)[];
  return `${trips.map((trip) => columns.map((column) => cell(trip[column])).join(',')).join('\n')}\n`;
}

function readingCsv(file: string): string {
  const columns = Object.entries(tripColumns).map(([name, type]) => `${quoteText(name)}: ${quoteText(type)}`);
  return `read_csv(${quoteText(file)}, header = false, auto_detect = false, quote = '"', nullstr = '\\N', columns = {${columns.join(', ')}})`;
}

interface Part {
  readonly file: string;
  readonly rows: string;
}

function parts(): Part[] {
  const days = Array.from({ length: currentMonth.days }, (_, index) => {
    const date = new Date(currentMonth.firstDay.getTime() + index * 86_400_000).toISOString().slice(0, 10);
    return { file: join(currentFolder, `${date}.parquet`), rows: `pickup_at::date = date ${quoteText(date)}` };
  });
  const month = currentMonth.firstDay.toISOString().slice(0, 10);
  return [{ file: referenceFile, rows: `pickup_at < timestamp ${quoteText(month)}` }, ...days];
}

/** Trips go through a CSV file into the database, which knows how to write parquet. */
async function writeParts(folder: string, { signal, progress }: HandlerContext): Promise<void> {
  const csv = join(folder, 'trips.csv');
  await writeFile(csv, asCsv([...makeTrips(referenceMonth), ...makeTrips(currentMonth)]));
  await mkdir(join(folder, currentFolder));
  const database = await openDuckDb({ folders: [folder], repeatable: true });
  try {
    await database.using(signal, async (connection) => {
      await connection.run(`create table trips as select * from ${readingCsv(csv)}`);
      for (const [index, { file, rows }] of parts().entries()) {
        signal.throwIfAborted();
        progress({ share: index / parts().length, message: `Making the sample: ${file}` });
        const target = quoteText(join(folder, file));
        await connection.run(`copy (from trips where ${rows} order by trip_id) to ${target} (format parquet, compression zstd)`);
      }
    });
  } finally {
    await database.close();
  }
  await rm(csv);
  await writeFile(join(folder, 'generation'), generation);
}

async function isThere(folder: string): Promise<boolean> {
  try {
    if ((await readFile(join(folder, 'generation'), 'utf8')) !== generation) return false;
    for (const { file } of parts()) await access(join(folder, file));
    return true;
  } catch {
    return false;
  }
}

function failure(error: unknown, folder: string): unknown {
  if (error instanceof AppError || (error as Error).name === 'AbortError') return error;
  if ((error as NodeJS.ErrnoException).code === undefined)
    return databaseError(error, 'E_WRITE_FAILED', 'The sample data could not be made');
  return new AppError('E_WRITE_FAILED', `The sample data could not be written to ${folder}: ${(error as Error).message}`, {
    subject: { path: folder },
    cause: error,
  });
}

/** A folder that holds something else is never replaced. */
async function checkOurs(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length === 0 || names.includes('generation')) return;
  throw new AppError('E_WRITE_FAILED', `The folder ${folder} holds other files. Name a new or an empty one.`, {
    subject: { path: folder },
  });
}

/** Makes the folder whole beside its place and then moves it there, so that half a sample is never seen. */
async function makeWhole(folder: string, context: HandlerContext): Promise<void> {
  await checkOurs(folder);
  await mkdir(dirname(folder), { recursive: true });
  const making = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    await chmod(making, 0o755);
    await writeParts(making, context);
    await rm(folder, { recursive: true, force: true });
    await rename(making, folder);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** Makes the sample data in a folder of their own, or takes what was made there before. */
export async function makeSampleData(folder: string, context: HandlerContext): Promise<SampleData> {
  if (!(await isThere(folder))) {
    await makeWhole(folder, context).catch((error: unknown) => {
      throw failure(error, folder);
    });
  }
  return { reference: { path: join(folder, referenceFile) }, current: { path: join(folder, currentFolder) } };
}
