import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { partName } from '../../data/predictionParts.ts';

/** Where a scoring that takes long keeps what is done, beside its output. */
export interface PartsFolder {
  readonly path: string;
  /** Finished parts that belong to exactly this work. */
  readonly done: number;
  /** The paths of all parts, in order. */
  parts(): Promise<string[]>;
  /** Removes the folder: the work is done, or nothing is worth keeping. */
  remove(): Promise<void>;
}

const fileName = 'work.json';

async function finishedParts(path: string): Promise<number> {
  const names = new Set(await readdir(path).catch(() => [] as string[]));
  let done = 0;
  while (names.has(partName(done))) done += 1;
  return done;
}

/**
 * Opens the folder of a scoring. `work` says what is scored with what; parts of other work are thrown away, those of the
 * same work are kept to go on from.
 */
export async function openPartsFolder(output: string, work: unknown): Promise<PartsFolder> {
  const path = `${output}.parts`;
  const wanted = JSON.stringify(work, null, 2);
  const found = await readFile(join(path, fileName), 'utf8').catch(() => null);
  if (found !== wanted) {
    await rm(path, { recursive: true, force: true });
    await mkdir(path, { recursive: true });
    await writeFile(join(path, fileName), wanted);
  }
  const done = await finishedParts(path);
  return {
    path,
    done,
    parts: async () => Array.from({ length: await finishedParts(path) }, (_, i) => join(path, partName(i))),
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

/** Size and time of change of a file, which tell whether it is still the same. */
export async function fingerprint(path: string): Promise<{ path: string; bytes: number; changedMs: number }> {
  const { size, mtimeMs } = await stat(path);
  return { path, bytes: size, changedMs: mtimeMs };
}
