import { resolve } from 'node:path';
import { suiteFormat, type SuiteFormat } from '#shared/contract/suites.ts';
import { AppError } from '#shared/errors/AppError.ts';

/** Where a test run goes; `format` is null for the table on standard output. */
export type SuiteOutput =
  | { readonly path: string; readonly format: SuiteFormat }
  | { readonly path: null; readonly format: SuiteFormat | null };

export const suiteFormats = ['table', ...suiteFormat.options] as const;
export type SuiteOutputFormat = (typeof suiteFormats)[number];

const endings: readonly (readonly [RegExp, SuiteFormat])[] = [
  [/\.html?$/i, 'html'],
  [/\.json$/i, 'json'],
  [/\.(md|markdown)$/i, 'md'],
  [/\.xml$/i, 'junit'],
];

/** Reads -o and --format of a test run together. */
export function suiteOutputFrom(path: string | undefined, format: SuiteOutputFormat | undefined): SuiteOutput {
  const asked = format === 'table' ? undefined : format;
  if (path === undefined || path === '-') return { path: null, format: asked ?? null };
  const chosen = asked ?? endings.find(([ending]) => ending.test(path))?.[1];
  if (chosen !== undefined) return { path: resolve(path), format: chosen };
  const formats = suiteFormat.options.join(', ');
  throw new AppError('E_USAGE', `The format cannot be told from the name ${path}. Add --format with one of ${formats}.`);
}
