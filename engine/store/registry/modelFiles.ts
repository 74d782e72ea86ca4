import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/AppError.ts';
import { hashFile } from '../../data/hashFile.ts';
import { writeFileAtomically } from '../../report/atomicWrite.ts';
import { makeFolder } from '../makeFolder.ts';

/** The files of a registry, named by their content. */
export interface ModelFiles {
  pathOf(sha256: string): string;
  /** Keeps bytes and gives their SHA-256. A file of that name that was changed is made whole again. */
  keep(bytes: Uint8Array): Promise<string>;
  /** The path of a file whose content was just checked. Throws E_MODEL_CHANGED, E_FILE_NOT_FOUND. */
  verified(sha256: string, what: string): Promise<string>;
}

const never = new AbortController().signal;

export function openModelFiles(folder: string): ModelFiles {
  const files = join(folder, 'files');
  const pathOf = (sha256: string): string => join(files, `${sha256}.onnx`);
  return {
    pathOf,
    keep: async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const path = pathOf(sha256);
      const kept = await readFile(path).catch(() => null);
      if (kept !== null && kept.equals(bytes)) return sha256;
      await makeFolder(files);
      await writeFileAtomically(path, bytes);
      return sha256;
    },
    verified: async (sha256, what) => {
      const path = pathOf(sha256);
      const there = await stat(path).catch(() => null);
      if (there === null) {
        throw new AppError('E_FILE_NOT_FOUND', `The file of ${what} is gone from the registry: ${path}.`, { subject: { path } });
      }
      const found = await hashFile(path, never);
      if (found === sha256) return path;
      throw new AppError(
        'E_MODEL_CHANGED',
        `The file of ${what}, ${path}, was changed after it was registered: its SHA-256 is ${found} and should be ${sha256}.`,
        { subject: { path } },
      );
    },
  };
}
