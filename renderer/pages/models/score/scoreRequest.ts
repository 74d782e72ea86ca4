import type { ScoringSettings } from '#shared/domain/model.ts';

/** What is asked of a scoring, as the form holds it. */
export interface ScoreChoice {
  readonly keepAll: boolean;
  readonly keep: readonly string[];
  readonly where: string;
  readonly path: string;
}

const separatorOf = (path: string): string => (path.includes('\\') && !path.includes('/') ? '\\' : '/');

const stem = (name: string): string =>
  name.replace(/\.(parquet|pq|csv|tsv|jsonl?|ndjson|onnx)(\.gz)?$/i, '').replaceAll(/[^\p{L}\p{N}._-]+/gu, '_');

const lastName = (path: string): string =>
  path
    .replace(/[/\\]+$/, '')
    .split(/[/\\]/)
    .at(-1) ?? path;

/** Where predictions go if nothing else is said: into the workspace, or beside the data where nothing is kept on disk. */
export function usualPath(workspace: string, data: string, model: string): string {
  const name = `${stem(lastName(data))}-${stem(lastName(model))}.parquet`;
  if (workspace !== '') return [workspace, 'scored', name].join(separatorOf(workspace));
  const folder = data.slice(0, data.length - lastName(data).length);
  return `${folder}${name}`;
}

/** Why predictions cannot go to a path; null where they can. */
export function pathProblem(path: string, inputs: readonly string[]): string | null {
  if (path.trim() === '') return 'Say where the predictions go.';
  if (!/\.parquet$/i.test(path.trim())) return 'Predictions are written as parquet: the name must end in .parquet.';
  if (inputs.includes(path.trim())) return 'That is the file that is read.';
  return null;
}

/** One line of the list of values that stand in for missing ones; the column * stands for all others. */
export interface FillLine {
  readonly column: string;
  readonly value: string;
}

export function fillLines(fill: ScoringSettings['fill']): FillLine[] {
  return Object.entries(fill).map(([column, value]) => ({ column, value: String(value) }));
}

/** Numbers as numbers, the rest as text. A line without a value says nothing. */
export function fillFrom(lines: readonly FillLine[]): ScoringSettings['fill'] {
  const told = lines.filter(({ column, value }) => column !== '' && value.trim() !== '');
  return Object.fromEntries(told.map(({ column, value }) => [column, Number.isNaN(Number(value)) ? value : Number(value)]));
}
