import { open, stat } from 'node:fs/promises';
import { basename, isAbsolute, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { AppError } from '#shared/errors/AppError.ts';
import type { DataSource } from '#shared/domain/dataset.ts';
import type { Reader } from './reader.ts';
import { readers } from './readers.ts';

/** The files behind a source, all of one format, in a stable order. */
export interface ResolvedSource {
  readonly name: string;
  readonly path: string;
  readonly reader: Reader;
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

function readerFor(path: string): Reader | undefined {
  const lower = path.toLowerCase();
  return readers.all.find((reader) => reader.extensions.some((extension) => lower.endsWith(extension)));
}

function systemError(error: unknown, path: string): AppError {
  const code = (error as NodeJS.ErrnoException).code;
  const subject = { path };
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AppError('E_FILE_NOT_FOUND', `There is no file ${path}.`, { subject });
  if (code === 'EACCES' || code === 'EPERM')
    return new AppError('E_FILE_NOT_READABLE', `${path} may not be read by this user.`, { subject });
  return new AppError('E_FILE_NOT_READABLE', `${path} cannot be opened: ${String(error)}`, { subject, cause: error });
}

async function statOf(path: string): Promise<Awaited<ReturnType<typeof stat>>> {
  try {
    return await stat(path);
  } catch (error) {
    throw systemError(error, path);
  }
}

async function readHead(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const buffer = new Uint8Array(256);
      const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw systemError(error, path);
  }
}

async function expandPattern(pattern: string, cwd: string): Promise<string[]> {
  return (await glob(pattern.replaceAll('\\', '/'), { cwd, absolute: true, onlyFiles: true, expandDirectories: false })).map((path) =>
    resolve(path),
  );
}

/** Files of the first format, in order of preference, that a folder holds at any depth. */
async function filesOfFolder(folder: string): Promise<string[]> {
  const all = await expandPattern('**/*', folder);
  const formats = readers.all.map((reader) => all.filter((path) => readerFor(path) === reader && !basename(path).startsWith('.')));
  return formats.find((paths) => paths.length > 0) ?? [];
}

async function findFiles(path: string): Promise<string[]> {
  const found = await stat(path).catch((error: unknown) => {
    if (!isDynamicPattern(path)) throw systemError(error, path);
    return null;
  });
  if (found !== null && !found.isDirectory()) return [path];
  const files = found === null ? await expandPattern(path, '/') : await filesOfFolder(path);
  if (files.length > 0) return files;
  const where = found === null ? `No file matches ${path}.` : `The folder ${path} holds no parquet, CSV or JSON lines file.`;
  throw new AppError('E_FOLDER_EMPTY', where, { subject: { path } });
}

async function checkedReader(path: string): Promise<{ reader: Reader; bytes: number }> {
  const information = await statOf(path);
  if (information.isDirectory()) throw new AppError('E_FILE_FORMAT', `${path} is a folder.`, { subject: { path } });
  const head = await readHead(path);
  const byName = readerFor(path);
  const reader = byName ?? readers.all.find((one) => one.id === 'parquet' && one.objection(head, Number(information.size)) === null);
  if (reader === undefined) {
    const endings = readers.all.map((one) => one.extensions[0]).join(', ');
    throw new AppError('E_FILE_FORMAT', `${path} has no ending that says what it is (${endings}).`, { subject: { path } });
  }
  const objection = reader.objection(head, Number(information.size));
  if (objection !== null) throw new AppError('E_FILE_CORRUPT', `${path} cannot be read: ${objection}.`, { subject: { path } });
  return { reader, bytes: Number(information.size) };
}

/** The files of a source in their order, without a look into them. Throws E_FILE_NOT_FOUND and E_FOLDER_EMPTY. */
export async function listFiles(source: DataSource): Promise<string[]> {
  const path = isAbsolute(source.path) ? source.path : resolve(source.path);
  return (await findFiles(path)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Finds the files of a source and checks that each can be what its name says. Throws E_FILE_… and E_FOLDER_EMPTY. */
export async function resolveSource(source: DataSource): Promise<ResolvedSource> {
  const path = isAbsolute(source.path) ? source.path : resolve(source.path);
  const paths = await listFiles(source);
  const checked = await Promise.all(paths.map(async (one) => ({ path: one, ...(await checkedReader(one)) })));
  const reader = checked[0]!.reader;
  const other = checked.find((one) => one.reader !== reader);
  if (other !== undefined) {
    const message = `${paths[0]} is ${reader.label} and ${other.path} is ${other.reader.label}; one data set needs one format.`;
    throw new AppError('E_FILES_DIFFER', message, { subject: { path: other.path } });
  }
  return { name: basename(path), path, reader, files: checked.map(({ path: file, bytes }) => ({ path: file, bytes })) };
}
