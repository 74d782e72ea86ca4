import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { AppError } from '#shared/errors/AppError.ts';
import { quoteText } from './quote.ts';

/** A database of its own for one job: in memory, spilling to a temporary folder, with no way to the network. */
export interface Database {
  /** A folder of its own for temporary files; it goes when the database is closed. */
  readonly temporary: string;
  /** Runs work on a connection of its own; cancelling interrupts the running query. */
  using<T>(signal: AbortSignal, work: (connection: DuckDBConnection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** The files it may read. */
  readonly files?: readonly string[];
  /** Folders it may read and write. */
  readonly folders?: readonly string[];
  /** One thread and stable order, so that a seeded sample is the same each time. */
  readonly repeatable?: boolean;
  /** Rows come in the order of the files, on all threads. */
  readonly ordered?: boolean;
}

/** Enough for hash tables of millions of groups; more spills to disk. */
function memoryLimitMb(): number {
  return Math.max(256, Math.min(512, Math.floor(totalmem() / 1048576 / 8)));
}

function startOptions(options: DatabaseOptions, temporary: string): Record<string, string> {
  return {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    threads: options.repeatable === true ? '1' : String(Math.min(8, availableParallelism())),
    memory_limit: `${memoryLimitMb()}MB`,
    temp_directory: temporary,
    preserve_insertion_order: options.repeatable === true || options.ordered === true ? 'true' : 'false',
  };
}

/** From here on the database sees only the given files and folders, and cannot be unlocked again. */
async function lock(connection: DuckDBConnection, options: DatabaseOptions, temporary: string): Promise<void> {
  const folders = [...(options.folders ?? []), temporary].map((path) => quoteText(join(path, '/')));
  await connection.run(`set allowed_directories = [${folders.join(', ')}]`);
  if ((options.files ?? []).length > 0) await connection.run(`set allowed_paths = [${options.files!.map(quoteText).join(', ')}]`);
  await connection.run('set enable_external_access = false');
  await connection.run('set lock_configuration = true');
}

/** Opens a database that sees only the given files and folders and can download nothing. */
export async function openDuckDb(options: DatabaseOptions): Promise<Database> {
  const temporary = await mkdtemp(join(tmpdir(), 'driftglass-'));
  const instance = await DuckDBInstance.create(':memory:', startOptions(options, temporary));
  await onOwnConnection(instance, null, (connection) => lock(connection, options, temporary));
  return {
    temporary,
    using: (signal, work) => onOwnConnection(instance, signal, work),
    close: async () => {
      instance.closeSync();
      await rm(temporary, { recursive: true, force: true });
    },
  };
}

async function onOwnConnection<T>(
  instance: DuckDBInstance,
  signal: AbortSignal | null,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  if (signal?.aborted === true) throw new AppError('E_CANCELLED', 'The work was cancelled.');
  const connection = await instance.connect();
  const interrupt = (): void => connection.interrupt();
  signal?.addEventListener('abort', interrupt, { once: true });
  try {
    return await work(connection);
  } finally {
    signal?.removeEventListener('abort', interrupt);
    connection.closeSync();
  }
}
