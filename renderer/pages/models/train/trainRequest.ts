import type { TrainedKind } from '#shared/domain/training.ts';
import { parseDerived } from '../../../state/derivedText.ts';
import type { TrainRequest } from '../../../state/training.ts';
import type { ColumnChoice } from '../mapping.ts';

/** What is asked of a training, as the form holds it; null stands for what is usual. */
export interface TrainChoice {
  readonly target: string | null;
  readonly features: readonly string[] | null;
  readonly kind: TrainedKind | null;
  readonly categorical: readonly string[];
  readonly splitBy: 'share' | 'first';
  /** Per cent of the rows. */
  readonly share: number | string;
  readonly rows: number | string;
  /** Lines `column = expression`. */
  readonly derive: string;
  readonly where: string;
  readonly path: string;
}

/** A training that can be started, or why it cannot. */
export type Prepared = { readonly ok: true; readonly request: TrainRequest } | { readonly ok: false; readonly problem: string };

const cannotBeUsed: ReadonlySet<ColumnChoice['kind']> = new Set(['datetime', 'unsupported']);

/** The columns that a model can predict or predict from: no times, nothing nested. */
export function usableColumns(choices: readonly ColumnChoice[]): ColumnChoice[] {
  return choices.filter(({ kind }) => !cannotBeUsed.has(kind));
}

const usualKinds: ReadonlySet<ColumnChoice['kind']> = new Set(['numeric', 'categorical', 'derived']);

/** The features if none are chosen: numbers and categories that have no other role. */
export function usualFeatures(choices: readonly ColumnChoice[], target: string, notFeatures: readonly string[]): string[] {
  return choices
    .filter(({ column, kind }) => usualKinds.has(kind) && column !== target && !notFeatures.includes(column))
    .map(({ column }) => column);
}

/** Numbers are predicted by a line, anything else as classes. */
export function kindFor(target: ColumnChoice['kind'] | undefined): TrainedKind {
  return target === undefined || target === 'numeric' || target === 'derived' ? 'linear' : 'logistic';
}

/** The files that a training writes. */
export function filesOf(path: string): string[] {
  const stem = path.replace(/\.onnx$/i, '');
  return [path, `${stem}.card.yaml`, `${stem}.reference.parquet`];
}

/** Where a model goes if nothing else is said: into the workspace, or beside the data; never over a file that is in use. */
export function usualModelPath(workspace: string, data: string, name: string, taken: readonly string[]): string {
  const root = workspace === '' ? data.replace(/[^/\\]*[/\\]*$/, '') : workspace;
  const separator = root.includes('\\') && !root.includes('/') ? '\\' : '/';
  const folder = workspace === '' ? root : `${[workspace, 'trained'].join(separator)}${separator}`;
  const plain = name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_');
  for (let number = 1; ; number += 1) {
    const path = `${folder}${plain}${number === 1 ? '' : `-${number}`}.onnx`;
    if (!filesOf(path).some((file) => taken.includes(file))) return path;
  }
}

/** Why a model cannot go to a path; null where it can. */
export function modelPathProblem(path: string, data: string): string | null {
  if (!/\.onnx$/i.test(path)) return 'A model is written as ONNX: the name must end in .onnx.';
  if (filesOf(path).includes(data)) return 'The held-out rows would be written over the data that are read: take another name.';
  return null;
}

function splitOf({ splitBy, share, rows }: TrainChoice): TrainRequest['split'] | string {
  if (splitBy === 'first') return typeof rows === 'number' && rows >= 1 ? { by: 'first', rows } : 'Say how many rows are learned from.';
  return typeof share === 'number' && share > 0 && share < 100
    ? { by: 'share', share: share / 100 }
    : 'Learn from more than 0 % and less than 100 % of the rows.';
}

interface Resolved {
  readonly source: string;
  readonly target: string | null;
  readonly features: readonly string[];
  readonly kind: TrainedKind;
  readonly path: string;
}

/** The request that a filled form makes. */
export function prepare(choice: TrainChoice, { source, target, features, kind, path }: Resolved): Prepared {
  const no = (problem: string): Prepared => ({ ok: false, problem });
  if (target === null) return no('Choose the target: the column to predict.');
  if (features.length === 0) return no('Choose at least one feature.');
  const derived = parseDerived(choice.derive);
  if (!derived.ok) return no(derived.problem);
  const split = splitOf(choice);
  if (typeof split === 'string') return no(split);
  const wrong = modelPathProblem(path, source);
  if (wrong !== null) return no(wrong);
  const categorical = choice.categorical.filter((column) => features.includes(column));
  const where = choice.where.trim() || null;
  return {
    ok: true,
    request: { source: { path: source }, target, features: [...features], kind, categorical, derive: derived.derive, where, split, path },
  };
}
