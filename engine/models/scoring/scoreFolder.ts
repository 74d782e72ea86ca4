import { mkdir, readFile } from 'node:fs/promises';
import { basename, extname, isAbsolute, join, relative, sep } from 'node:path';
import { AppError } from '#shared/errors/AppError.ts';
import type { JobContext } from '../../jobs/pacer.ts';
import { listFiles } from '../../data/resolveSource.ts';
import { hashFile } from '../../data/hashFile.ts';
import { inspectOpened } from '../openModel.ts';
import { fingerprint } from './partsFolder.ts';
import { scoreDataset, type ScoreRequest } from './scoreDataset.ts';

/** The files of a folder, each to be scored into a file of its own. */
export interface ScoreFolderRequest extends Omit<ScoreRequest, 'output' | 'place'> {
  readonly folder: string;
  /** Writes a small file whole or not at all. */
  readonly write: (path: string, text: string) => Promise<void>;
  /** Brings a finished file to its place. */
  readonly place: (made: string, path: string) => Promise<void>;
}

export interface ScoredFile {
  readonly source: string;
  readonly path: string;
  readonly state: 'scored' | 'unchanged' | 'failed';
  readonly rows: number;
  readonly message: string | null;
}

/** What was scored before, by the path of the output. */
type Ledger = Record<string, { readonly work: string; readonly rows: number }>;

const ledgerName = '.driftglass-scored.json';

async function readLedger(folder: string): Promise<Ledger> {
  const text = await readFile(join(folder, ledgerName), 'utf8').catch(() => '{}');
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed !== null && typeof parsed === 'object' ? (parsed as Ledger) : {};
  } catch {
    // A ledger that cannot be read means only that everything is scored again.
    return {};
  }
}

/** Whether a file lies in a folder: what was scored before is no data. */
function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}

/** One output a file: its name, made different where two folders have files of one name. */
function outputsFor(folder: string, paths: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    paths.map((path) => {
      const stem = basename(path, extname(path));
      let name = `${stem}.parquet`;
      for (let i = 2; taken.has(name); i += 1) name = `${stem}-${i}.parquet`;
      taken.add(name);
      return [path, join(folder, name)];
    }),
  );
}

/**
 * Scores each file of a folder or pattern into a file of the same name. Files that were scored before with the same
 * model and settings, and have not changed since, are left alone. A file that fails does not stop the others.
 * Throws E_FOLDER_EMPTY, E_USAGE where the data lie in that folder, E_MODEL_… where the model cannot be run, E_WRITE_FAILED
 * and E_CANCELLED.
 */
export async function scoreFolder(request: ScoreFolderRequest, context: JobContext): Promise<ScoredFile[]> {
  const { folder, source, model, settings, derive, where, keep, notFeatures } = request;
  // A model that cannot be run would fail on every file alike.
  await inspectOpened(model.path);
  const files = (await listFiles(source)).filter((path) => !isBelow(path, folder));
  if (files.length === 0) {
    const message = `All data of ${source.path} lie in the folder of the output, ${folder}; name another folder.`;
    throw new AppError('E_USAGE', message, { subject: { path: folder } });
  }
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    const message = `${folder} could not be made: ${(error as Error).message}.`;
    throw new AppError('E_WRITE_FAILED', message, { subject: { path: folder }, cause: error });
  });
  const ledger = await readLedger(folder);
  const sha256 = await hashFile(model.path, context.signal);
  const outputs = outputsFor(folder, files);
  const results: ScoredFile[] = [];
  for (const [path, output] of outputs) {
    const share = results.length / outputs.size;
    const inner: JobContext = {
      signal: context.signal,
      progress: (step) =>
        context.progress({ share: share + (step.share ?? 0) / outputs.size, message: `${basename(path)}: ${step.message}` }),
    };
    const work = JSON.stringify([await fingerprint(path), sha256, settings, derive, where, keep, notFeatures]);
    const before = ledger[basename(output)];
    const isThere = before?.work === work && (await fingerprint(output).catch(() => null)) !== null;
    if (isThere) {
      results.push({ source: path, path: output, state: 'unchanged', rows: before.rows, message: null });
      continue;
    }
    try {
      const place = (made: string): Promise<void> => request.place(made, output);
      const scored = await scoreDataset({ ...request, source: { path }, output, place }, inner);
      ledger[basename(output)] = { work, rows: scored.rows };
      await request.write(join(folder, ledgerName), `${JSON.stringify(ledger, null, 2)}\n`);
      results.push({ source: path, path: output, state: 'scored', rows: scored.rows, message: null });
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'E_CANCELLED') throw error;
      results.push({ source: path, path: output, state: 'failed', rows: 0, message: error.message });
    }
  }
  return results;
}
