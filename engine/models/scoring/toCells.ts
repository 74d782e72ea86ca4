import { AppError } from '#shared/errors/AppError.ts';
import type { ScoringSettings } from '#shared/domain/model.ts';
import type { BlockValues, Storage } from '../../data/featureBlocks.ts';
import { integerRange, makeCells, type Cells, type CellKind } from '../tensors.ts';
import type { FeatureColumn } from './batchScorer.ts';

/** What is done with missing values, and where they are counted. */
export interface MissingRule {
  readonly policy: ScoringSettings['nulls'];
  readonly fill: ScoringSettings['fill'];
  readonly counts: Map<string, number>;
}

type Value = number | bigint | string;

/** How a column is to be read for an input. */
export function storageFor(kind: CellKind, family: string): Storage {
  if (kind === 'string') return 'text';
  return (kind === 'int64' || kind === 'uint64') && family === 'integer' ? 'bigint' : 'double';
}

const refused = (message: string, column: string): AppError => new AppError('E_MODEL_VALUES', message, { subject: { column } });

const truths: Readonly<Record<string, number>> = { true: 1, false: 0 };

/** What was given to fill a column, as its kind takes it. */
function filling({ column, kind }: FeatureColumn, given: string | number | boolean): Value {
  if (kind === 'string') return String(given);
  const text = String(given).trim().toLowerCase();
  const number = text === '' ? Number.NaN : (truths[text] ?? Number(text));
  if (Number.isNaN(number)) throw refused(`${JSON.stringify(given)} cannot fill ${column}, which goes in as ${kind}.`, column);
  return number;
}

function replacement(feature: FeatureColumn, row: number, { policy, fill }: MissingRule): Value {
  const { column, kind, input } = feature;
  const given = (Object.hasOwn(fill, column) ? fill[column] : undefined) ?? fill['*'];
  if (given !== undefined) return filling(feature, given);
  if (policy === 'nan' || feature.takesMissing === true) {
    if (kind === 'string') return '';
    if (kind === 'float32' || kind === 'float64') return Number.NaN;
    const message = `The column ${column} has a missing value in row ${row + 1}, and the input ${input} takes ${kind}, which cannot be NaN. Give a value: --fill ${column}=VALUE.`;
    throw refused(message, column);
  }
  const message = `The column ${column} has a missing value in row ${row + 1}. Say what the model is given for it: --nulls nan, or --fill ${column}=VALUE.`;
  throw refused(message, column);
}

const truthValues = { lowest: 0n, highest: 1n };

/** A value as the kind of the input holds it. Throws E_MODEL_VALUES where it cannot. */
function converter(feature: FeatureColumn): (value: Value, row: number) => unknown {
  const range = feature.kind === 'bool' ? truthValues : integerRange(feature.kind);
  if (range === null) return (value) => value;
  const large = feature.kind === 'int64' || feature.kind === 'uint64';
  const wants = feature.kind === 'bool' ? 'truth values (bool: 0 or 1)' : `whole numbers (${feature.kind})`;
  return (value, row) => {
    const isWhole = typeof value === 'bigint' || Number.isInteger(value);
    if (!isWhole || BigInt(value) < range.lowest || BigInt(value) > range.highest) {
      const message = `The column ${feature.column} has ${value} in row ${row + 1}, and the input ${feature.input} takes ${wants}.`;
      throw refused(message, feature.column);
    }
    return large ? BigInt(value) : Number(value);
  };
}

/** Whole numbers of at most 32 bits and truth values, checked; false where one does not fit. */
function copySmall(values: Float64Array, cells: Int32Array, lowest: number, highest: number): boolean {
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    if (!(value >= lowest && value <= highest) || Math.floor(value) !== value) return false;
    cells[row] = value;
  }
  return true;
}

/** The cells where nothing is missing and everything fits, which is quick; null where each value must be looked at. */
function quickly(kind: CellKind, { values, present }: BlockValues, rows: number): Cells | null {
  if (present.subarray(0, rows).includes(0)) return null;
  if (kind === 'string') return (values as string[]).slice(0, rows);
  const cells = makeCells(kind, rows);
  if (values instanceof BigInt64Array && kind === 'int64') {
    (cells as BigInt64Array).set(values.subarray(0, rows));
    return cells;
  }
  if (!(values instanceof Float64Array)) return null;
  const given = values.subarray(0, rows);
  if (kind === 'float32' || kind === 'float64') {
    if (given.includes(Number.NaN)) return null;
    (cells as Float64Array).set(given);
    return cells;
  }
  const range = kind === 'bool' ? truthValues : integerRange(kind)!;
  if (kind === 'int64' || kind === 'uint64') return null;
  return copySmall(given, cells as Int32Array, Number(range.lowest), Number(range.highest)) ? cells : null;
}

/**
 * The cells that a block of a column gives to its input. Missing values (null, NaN) are counted and handled as told.
 * `start` is the number of rows before the block, for messages. Throws E_MODEL_VALUES.
 */
export function toCells(feature: FeatureColumn, block: BlockValues, rows: number, start: number, rule: MissingRule): Cells {
  const quick = quickly(feature.kind, block, rows);
  if (quick !== null) return quick;
  const { values, present } = block;
  const cells = makeCells(feature.kind, rows);
  const into = cells as unknown as unknown[];
  const convert = converter(feature);
  let missing = 0;
  let instead: unknown = null;
  for (let row = 0; row < rows; row += 1) {
    const value = values[row]!;
    if (present[row] === 1 && value === value) {
      into[row] = convert(value, start + row);
      continue;
    }
    if (missing === 0) instead = convert(replacement(feature, start + row, rule), start + row);
    missing += 1;
    into[row] = instead;
  }
  if (missing > 0) rule.counts.set(feature.column, (rule.counts.get(feature.column) ?? 0) + missing);
  return cells;
}
