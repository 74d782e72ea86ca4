import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { suiteRun, type SuiteRun } from '#shared/domain/suite.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { writeFileAtomically } from '../report/atomicWrite.ts';
import { makeFolder } from './makeFolder.ts';
import { readJsonFile } from './readJsonFile.ts';
import { isRunId } from './runId.ts';

/** The suite file of a workspace, and what became of the tests of its reports. */
export interface Suites {
  readonly path: string;
  readText(): Promise<string | null>;
  writeText(text: string): Promise<void>;
  keep(run: SuiteRun): Promise<void>;
  /** The outcome kept with a report; null where it was not tested. */
  last(report: string): Promise<SuiteRun | null>;
  /** Forgets the outcomes of reports that are gone. */
  keepOnly(reports: () => Promise<readonly string[]>): Promise<void>;
}

const stored = z.object({ formatVersion: z.literal(1), run: suiteRun });

/** Suites of a workspace that is not on disk. */
export function memorySuites(): Suites {
  let text: string | null = null;
  const runs = new Map<string, SuiteRun>();
  return {
    path: '',
    readText: async () => text,
    writeText: async (next) => {
      text = next;
    },
    keep: async (run) => {
      runs.set(run.report, run);
    },
    last: async (report) => runs.get(report) ?? null,
    keepOnly: async () => undefined,
  };
}

async function readOptional(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new AppError('E_FILE_NOT_READABLE', `${path} cannot be read: ${(error as Error).message}`, { subject: { path }, cause: error });
  }
}

/** `suite.yaml` and `tests/<id of the report>.json` of a workspace folder. */
export function folderSuites(workspace: string): Suites {
  const path = join(workspace, 'suite.yaml');
  const folder = join(workspace, 'tests');
  return {
    path,
    readText: () => readOptional(path),
    writeText: async (text) => {
      await makeFolder(workspace);
      await writeFileAtomically(path, text);
    },
    keep: async (run) => {
      await makeFolder(folder);
      await writeFileAtomically(join(folder, `${run.report}.json`), JSON.stringify({ formatVersion: 1, run }));
    },
    last: async (report) => (isRunId(report) ? ((await readJsonFile(join(folder, `${report}.json`), stored))?.run ?? null) : null),
    keepOnly: async (reports) => {
      const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json') && isRunId(name.slice(0, -5)));
      if (names.length === 0) return;
      const kept = new Set(await reports());
      const gone = names.filter((name) => !kept.has(name.slice(0, -5)));
      for (const name of gone) await rm(join(folder, name), { force: true });
    },
  };
}
