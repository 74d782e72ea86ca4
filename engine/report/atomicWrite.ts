import { randomBytes } from 'node:crypto';
import { copyFile, open, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '#shared/errors/AppError.ts';

const causes: Readonly<Record<string, string>> = {
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENAMETOOLONG: 'the name is too long',
  EBUSY: 'another program holds it',
};

function causeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return causes[code] ?? (error instanceof Error ? error.message : String(error));
}

/** The file itself where the path is a link, so that the link stays one. */
async function behindLinks(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder for this; the rename itself is then all there is.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

async function writeBeside(temporary: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(temporary, 'wx');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A device or a pipe (`-o /dev/null`): there is nothing to rename over, and renaming would destroy it. */
async function isDevice(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && !found.isFile() && !found.isDirectory();
}

async function copyBeside(temporary: string, source: string): Promise<void> {
  await copyFile(source, temporary);
  const handle = await open(temporary, 'r+');
  await handle.sync().finally(() => handle.close());
}

/** Writes a file whole or not at all: beside it, to the disk, then renamed. On failure nothing is left behind. */
export async function writeFileAtomically(path: string, content: string | Uint8Array): Promise<void> {
  if (await isDevice(path)) return writeFile(path, content);
  return inPlace(path, (temporary) => writeBeside(temporary, content));
}

/** Copies a file that is done to its place, whole or not at all. */
export async function copyFileAtomically(source: string, path: string): Promise<void> {
  return inPlace(path, (temporary) => copyBeside(temporary, source));
}

/** Moves a file that is done to its place on the same disk, whole or not at all. */
export async function moveFileAtomically(source: string, path: string): Promise<void> {
  const target = await behindLinks(path);
  try {
    const handle = await open(source, 'r+');
    await handle.sync().finally(() => handle.close());
    await rename(source, target);
  } catch (error) {
    throw new AppError('E_WRITE_FAILED', `${path} could not be written: ${causeOf(error)}.`, { subject: { path }, cause: error });
  }
  await syncFolder(dirname(target)).catch(() => undefined);
}

async function inPlace(path: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const target = await behindLinks(path);
  const temporary = join(dirname(target), `.${basename(target).slice(0, 80)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await write(temporary);
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw new AppError('E_WRITE_FAILED', `${path} could not be written: ${causeOf(error)}.`, { subject: { path }, cause: error });
  }
  await syncFolder(dirname(target)).catch(() => undefined);
}
