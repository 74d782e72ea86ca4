import { stat } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { reportFormat, type ReportFormat } from '#shared/contract/reports.ts';
import { AppError } from '#shared/errors/AppError.ts';

/** Where a report goes. `path` is null for standard output; `format` is null there for the table. */
export type Output =
  | { readonly path: string; readonly format: ReportFormat }
  | { readonly path: null; readonly format: ReportFormat | null };

const formatOfExtension: Readonly<Record<string, ReportFormat>> = {
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
  '.md': 'md',
  '.markdown': 'md',
  '.csv': 'csv',
};

/** Reads -o and --format together. */
export function outputFrom(path: string | undefined, format: ReportFormat | undefined): Output {
  if (path === undefined || path === '-') return { path: null, format: format ?? null };
  const extension = extname(path).toLowerCase();
  const chosen = format ?? formatOfExtension[extension];
  if (chosen !== undefined) return { path: resolve(path), format: chosen };
  const formats = reportFormat.options.join(', ');
  throw new AppError('E_USAGE', `The format cannot be told from the name ${path}. Add --format with one of ${formats}.`);
}

/** Refuses, before any work is done, a place that cannot be written or that is one of the inputs. */
export async function checkOutput({ path }: Output, inputs: readonly string[]): Promise<void> {
  await checkPlace(path, inputs);
}

/** The same for any file that is to be written; null is standard output. */
export async function checkPlace(path: string | null, inputs: readonly string[]): Promise<void> {
  if (path === null) return;
  const folder = dirname(path);
  const parent = await stat(folder).catch(() => undefined);
  if (parent?.isDirectory() !== true) throw refused(path, `The folder ${folder} does not exist.`);
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory() === true) throw refused(path, `${path} is a folder.`);
  for (const input of inputs) {
    const file = await stat(input).catch(() => undefined);
    if (there !== undefined && file?.ino === there.ino && file.dev === there.dev) {
      throw new AppError('E_USAGE', `It would be written over its own input ${input}.`, { subject: { path } });
    }
  }
}

function refused(path: string, message: string): AppError {
  return new AppError('E_WRITE_FAILED', message, { subject: { path } });
}
