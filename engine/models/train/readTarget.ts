import type { TrainingRequest } from '#shared/domain/training.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { impossible, type TrainingTable } from './trainingTable.ts';

interface Presence {
  /** What was done to it, in sentences. */
  readonly notes: readonly string[];
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

interface Classes {
  readonly codes: Int32Array;
  readonly texts: readonly string[];
  readonly whole: boolean;
}

/** Only classes that occur among the rows learned from can be predicted; rows of others are not measured. */
function ofClasses({ codes, texts, whole }: Classes, learned: Uint8Array, name: string): Target {
  const seen = new Uint8Array(texts.length);
  codes.forEach((code, row) => {
    if (code >= 0 && learned[row] === 1) seen[code] = 1;
  });
  const known = texts.filter((_, code) => seen[code] === 1);
  if (known.length > mostClasses)
    throw impossible(
      `The target ${name} has ${formatCount(known.length)} different values; at most ${mostClasses} classes can be learned.`,
      name,
    );
  const classes = inOrder(known);
  const places = texts.map((text) => classes.indexOf(text));
  const ordered = codes.map((code) => (code < 0 ? -1 : places[code]!));
  const strange = codes.reduce((sum, code) => sum + Number(code >= 0 && places[code]! < 0), 0);
  const notes =
    strange === 0 ? [] : [`${formatCount(strange)} reference rows have a class that the training rows lack; they are not measured.`];
  return { as: 'category', codes: ordered, classes, whole, notes, isThere: (row) => ordered[row]! >= 0 };
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
export function readTarget(
  { target, wholeLabels }: TrainingTable,
  request: Pick<TrainingRequest, 'kind' | 'target'>,
  learned: Uint8Array,
): Target {
  if (target.as === 'category') return ofClasses({ ...target, whole: wholeLabels }, learned, request.target);
  const { values } = target;
  const two = request.kind === 'boosted-trees' ? twoValues(values) : null;
  if (two === null) return { as: 'number', values, notes: [], isThere: (row) => Number.isFinite(values[row]) };
  const codes = Int32Array.from(values, (value) => (Number.isFinite(value) ? two.indexOf(value) : -1));
  return ofClasses({ codes, texts: two.map(String), whole: two.every(Number.isInteger) }, learned, request.target);
}
