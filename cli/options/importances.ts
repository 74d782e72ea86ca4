import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { importances } from '#shared/domain/modelDrift.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { collect, parseList, parseNumber, parsePair } from '../parseList.ts';

export type Importances = Readonly<Record<string, number>>;

function fromJson(text: string): unknown {
  const raw: unknown = JSON.parse(text);
  if (!Array.isArray(raw)) return raw;
  const lines = raw as readonly { readonly column?: unknown; readonly importance?: unknown }[];
  return Object.fromEntries(lines.map(({ column, importance }) => [String(column), importance]));
}

/** Lines of a name and a number; a first line without a number is the head. */
function fromCsv(text: string): Record<string, number> {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const pairs = lines.map((line) => parseList(line));
  const body = pairs[0] !== undefined && Number.isNaN(Number(pairs[0][1])) ? pairs.slice(1) : pairs;
  return Object.fromEntries(body.map(([column = '', value = '']) => [column, parseNumber(value)]));
}

/** Reads a file of importances: JSON of column and number, or CSV of the same two. */
export function readImportances(path: string): Importances {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const message = missing ? `The file of importances ${path} does not exist.` : `${path}: ${(error as Error).message}`;
    throw new AppError(missing ? 'E_FILE_NOT_FOUND' : 'E_FILE_NOT_READABLE', message, { subject: { path }, cause: error });
  }
  const unfit = (why: string): AppError => new AppError('E_USAGE', `${path} does not hold columns with their importance: ${why}`);
  try {
    const parsed = importances.safeParse(/^\s*[[{]/.test(text) ? fromJson(text) : fromCsv(text));
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0]!;
    throw unfit(`${issue.path.join('.')}: ${issue.message}`);
  } catch (error) {
    if (error instanceof AppError && error.message.startsWith(path)) throw error;
    throw unfit((error as Error).message);
  }
}

export function addImportanceOptions(command: Command): Command {
  return command
    .option('--importance <column=number>', 'how much one column matters to the model, on any scale', collect)
    .option('--importances <file>', 'the same for many columns, as JSON or CSV; without either it is estimated', readImportances);
}

/** Both together, the single ones over the file; undefined where neither is given. */
export function importancesFrom(options: {
  readonly importance?: readonly string[];
  readonly importances?: Importances;
}): Record<string, number> | undefined {
  if (options.importance === undefined && options.importances === undefined) return undefined;
  const single = (options.importance ?? []).map(parsePair).map(([column, value]) => [column, parseNumber(value)] as const);
  return { ...options.importances, ...Object.fromEntries(single) };
}
