import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { driftReport, runSummary, type RunSummary } from '#shared/domain/report.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { writeFileAtomically } from '../report/atomicWrite.ts';
import { makeFolder } from './makeFolder.ts';
import { readJsonFile } from './readJsonFile.ts';
import { isRunId } from './runId.ts';
import { newestFirst, runNotFound, summarise, type Runs } from './runs.ts';

const formatVersion = z.literal(1);
const storedSummary = z.object({ formatVersion, summary: runSummary });
const storedRun = z.object({ formatVersion, summary: runSummary, report: driftReport });

/** How long a removed run may lie when a workbench ended without tidying up. */
const forgottenAfterMs = 24 * 60 * 60 * 1000;

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new AppError('E_FILE_NOT_READABLE', `${folder} cannot be read: ${(error as Error).message}`, {
      subject: { path: folder },
      cause: error,
    });
  }
}

/** Lists the summaries of a folder, reading again only what changed since the last time. */
function summaryReader(folder: string): () => Promise<RunSummary[]> {
  const known = new Map<string, { changed: number; bytes: number; summary: RunSummary | null }>();
  const read = async (name: string): Promise<RunSummary | null> => {
    const path = join(folder, name);
    const file = await stat(path).catch(() => undefined);
    if (file === undefined) return null;
    const before = known.get(name);
    if (before?.changed === file.mtimeMs && before.bytes === file.size) return before.summary;
    const summary = await readJsonFile(path, storedSummary).then(
      (stored) => stored?.summary ?? null,
      () => null,
    );
    known.set(name, { changed: file.mtimeMs, bytes: file.size, summary });
    return summary;
  };
  return async () => {
    const names = (await namesIn(folder)).filter((name) => name.endsWith('.json') && isRunId(name.slice(0, -5)));
    const summaries: RunSummary[] = [];
    for (const name of names) {
      const summary = await read(name);
      if (summary !== null) summaries.push(summary);
    }
    return newestFirst(summaries);
  };
}

async function moveRun(id: string, from: string, to: string): Promise<void> {
  if (!isRunId(id)) throw runNotFound(id);
  await makeFolder(to);
  try {
    await rename(join(from, `${id}.json`), join(to, `${id}.json`));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw runNotFound(id);
    throw new AppError('E_WRITE_FAILED', `The report ${id} could not be moved: ${(error as Error).message}`, { cause: error });
  }
}

async function forgetOld(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const file = await stat(path).catch(() => undefined);
    if (file !== undefined && Date.now() - file.ctimeMs > forgottenAfterMs) await rm(path, { force: true });
  }
}

/** Runs as files `runs/<id>.json` of a workspace folder; removed ones wait in `removed/` until the end. */
export function folderRuns(workspace: string): Runs {
  const folder = join(workspace, 'runs');
  const removedFolder = join(workspace, 'removed');
  const removedHere = new Set<string>();
  return {
    add: async (report, durationMs) => {
      await makeFolder(folder);
      const stored = { formatVersion: 1, summary: summarise(report, durationMs), report };
      await writeFileAtomically(join(folder, `${report.id}.json`), JSON.stringify(stored));
    },
    list: summaryReader(folder),
    get: async (id) => {
      const stored = isRunId(id) ? await readJsonFile(join(folder, `${id}.json`), storedRun) : undefined;
      if (stored === undefined) throw runNotFound(id);
      return stored.report;
    },
    remove: async (id) => {
      await moveRun(id, folder, removedFolder);
      removedHere.add(id);
    },
    restore: async (id) => {
      await moveRun(id, removedFolder, folder);
      removedHere.delete(id);
    },
    close: async () => {
      for (const id of removedHere) await rm(join(removedFolder, `${id}.json`), { force: true });
      await forgetOld(removedFolder);
    },
  };
}
