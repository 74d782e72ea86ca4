import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { reportFormat, type ReportFormat } from '#shared/contract/reports.ts';
import { reportSettings, type ReportSettingsInput } from '#shared/domain/settings.ts';
import { reportPresets } from '#shared/domain/sections.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { nearNames } from '#shared/lib/nearNames.ts';
import { sectionsFrom, withPresets } from './options/sections.ts';

/** What a configuration file says. Paths are already taken from the folder of the file. */
export interface ReportConfig {
  readonly reference?: string;
  readonly current?: string;
  readonly output?: string;
  readonly format?: ReportFormat;
  readonly settings: ReportSettingsInput;
}

const configFile = reportSettings.extend({
  reference: z.string().min(1).optional(),
  current: z.string().min(1).optional(),
  output: z.string().min(1).optional(),
  format: reportFormat.optional(),
  presets: z.array(z.enum(reportPresets.all.map(({ id }) => id))).optional(),
});

type Key = string | number;

interface ConfigText {
  readonly path: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

function lineOf({ document, lines }: ConfigText, keys: readonly Key[]): number {
  for (let length = keys.length; length > 0; length -= 1) {
    const node = document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function mistake({ path }: Pick<ConfigText, 'path'>, line: number, what: string): AppError {
  return new AppError('E_CONFIG_INVALID', `${path}, line ${line}: ${what}`, { subject: { path } });
}

/** Keys of the file that the schema dropped, each with its place and the names that were possible there. */
function unknownKeys(raw: unknown, parsed: unknown, at: readonly Key[] = []): { keys: Key[]; possible: string[] }[] {
  if (!isRecord(raw) || !isRecord(parsed)) return [];
  const possible = Object.keys(at.length === 0 ? configFile.shape : parsed);
  return Object.keys(raw).flatMap((key) =>
    Object.hasOwn(parsed, key) ? unknownKeys(raw[key], parsed[key], [...at, key]) : [{ keys: [...at, key], possible }],
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const message = missing ? `The configuration file ${path} does not exist.` : `${path}: ${(error as Error).message}`;
    throw new AppError(missing ? 'E_FILE_NOT_FOUND' : 'E_FILE_NOT_READABLE', message, { subject: { path }, cause: error });
  }
}

function parseYaml(path: string, text: string): ConfigText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) throw mistake({ path }, lines.linePos(error.pos[0]).line, error.message);
  return { path, document, lines };
}

/** In `missing: [null, nan]` YAML reads no value where the name of one is meant. */
function namedNulls(raw: unknown): unknown {
  if (!isRecord(raw) || !Array.isArray(raw['missing'])) return raw;
  return { ...raw, missing: raw['missing'].map((kind: unknown) => kind ?? 'null') };
}

/** Reads driftglass.yaml. A key that is not known, or a value that does not fit, names its line. */
export async function readConfig(path: string): Promise<ReportConfig> {
  const text = parseYaml(path, await readText(path));
  const raw = namedNulls(text.document.toJS() ?? {});
  const parsed = configFile.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const keys = issue.path.filter((key): key is Key => typeof key !== 'symbol');
    throw mistake(text, lineOf(text, keys), `${keys.join('.') || 'the file'}: ${issue.message}`);
  }
  const [unknown] = unknownKeys(raw, parsed.data);
  if (unknown !== undefined) {
    const near = nearNames(String(unknown.keys.at(-1)), unknown.possible);
    const hint = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `known here: ${unknown.possible.join(', ')}.`;
    throw mistake(text, lineOf(text, unknown.keys), `there is no setting ${unknown.keys.join('.')}; ${hint}`);
  }
  return located(path, raw as z.input<typeof configFile>);
}

function located(path: string, raw: z.input<typeof configFile>): ReportConfig {
  const { reference, current, output, format, presets, ...rest } = raw;
  const sections = sectionsFrom(withPresets(rest.sections ?? undefined, presets));
  const settings = { ...rest, ...(sections !== undefined && { sections }) };
  const fromHere = (given: string | undefined): string | undefined => (given === undefined ? undefined : resolve(dirname(path), given));
  const located = settings.model == null ? settings : { ...settings, model: { ...settings.model, path: fromHere(settings.model.path)! } };
  return { reference: fromHere(reference), current: fromHere(current), output: fromHere(output), format, settings: located };
}
