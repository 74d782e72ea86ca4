import type { TrainingRequest } from '#shared/domain/training.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { impossible, type TrainingTable } from './trainingTable.ts';

interface Presence {
  isThere(row: number): boolean;
}

/** What is to be predicted: numbers, or places in an ordered list of classes (−1 where missing). */
export type Target =
  | (Presence & { readonly as: 'number'; readonly values: Float64Array })
  | (Presence & { readonly as: 'category'; readonly codes: Int32Array; readonly classes: readonly string[]; readonly whole: boolean });

const mostClasses = 100;

/** Numbers by size, else texts by their characters. */
function inOrder(texts: readonly string[]): string[] {
  const numbers = texts.every((text) => Number.isFinite(Number(text)));
  return texts.toSorted((a, b) => (numbers ? Number(a) - Number(b) : 0) || (a < b ? -1 : a > b ? 1 : 0));
}

function ofClasses(codes: Int32Array, texts: readonly string[], whole: boolean, name: string): Target {
  if (texts.length > mostClasses)
    throw impossible(
      `The target ${name} has ${formatCount(texts.length)} different values; at most ${mostClasses} classes can be learned.`,
      name,
    );
  const classes = inOrder(texts);
  const places = texts.map((text) => classes.indexOf(text));
  const ordered = codes.map((code) => (code < 0 ? -1 : places[code]!));
  return { as: 'category', codes: ordered, classes, whole, isThere: (row) => ordered[row]! >= 0 };
}

/** A number with two values is what boosted trees tell apart as classes. */
function twoValues(values: Float64Array): [number, number] | null {
  const found: number[] = [];
  for (const value of values) {
    if (!Number.isFinite(value) || found.includes(value)) continue;
    if (found.length === 2) return null;
    found.push(value);
  }
  return found.length === 2 ? [Math.min(...found), Math.max(...found)] : null;
}

/** The target of a table. Throws E_TRAINING_DATA where it has too many classes. */
export function readTarget({ target, wholeLabels }: TrainingTable, request: Pick<TrainingRequest, 'kind' | 'target'>): Target {
  if (target.as === 'category') return ofClasses(target.codes, target.texts, wholeLabels, request.target);
  const { values } = target;
  const two = request.kind === 'boosted-trees' ? twoValues(values) : null;
  if (two === null) return { as: 'number', values, isThere: (row) => Number.isFinite(values[row]) };
  const codes = Int32Array.from(values, (value) => (Number.isFinite(value) ? two.indexOf(value) : -1));
  return ofClasses(codes, two.map(String), two.every(Number.isInteger), request.target);
}
