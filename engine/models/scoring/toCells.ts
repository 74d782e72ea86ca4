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

/** How a column is to be read for an input. */
export function storageFor(kind: CellKind, family: string): Storage {
  if (kind === 'string') return 'text';
  return (kind === 'int64' || kind === 'uint64') && family === 'integer' ? 'bigint' : 'double';
}

const refused = (message: string, column: string): AppError => new AppError('E_MODEL_VALUES', message, { subject: { column } });

function replacement({ column, kind, input }: FeatureColumn, row: number, { policy, fill }: MissingRule): number | bigint | string {
  const given = fill[column] ?? fill['*'];
  if (given !== undefined) {
    if (kind === 'string') return String(given);
    const number = Number(given);
    if (Number.isNaN(number)) throw refused(`${JSON.stringify(given)} cannot fill ${column}, which holds numbers.`, column);
    return number;
  }
  if (policy === 'nan') {
    if (kind === 'string') return '';
    if (kind === 'float32' || kind === 'float64') return Number.NaN;
    const message = `The column ${column} has a missing value in row ${row + 1}, and the input ${input} takes whole numbers (${kind}), which cannot be NaN. Give a value: --fill ${column}=VALUE.`;
    throw refused(message, column);
  }
  const message = `The column ${column} has a missing value in row ${row + 1}. Say what the model is given for it: --nulls nan, or --fill ${column}=VALUE.`;
  throw refused(message, column);
}

/** A value as the kind of the input holds it. Throws E_MODEL_VALUES where it cannot. */
function converter(feature: FeatureColumn): (value: number | bigint | string, row: number) => unknown {
  const range = integerRange(feature.kind);
  if (range === null) return (value) => value;
  const large = feature.kind === 'int64' || feature.kind === 'uint64';
  return (value, row) => {
    const isWhole = typeof value === 'bigint' || Number.isInteger(value);
    if (!isWhole || BigInt(value) < range.lowest || BigInt(value) > range.highest) {
      throw refused(
        `The column ${feature.column} has ${value} in row ${row + 1}, and the input ${feature.input} takes whole numbers (${feature.kind}).`,
        feature.column,
      );
    }
    return large ? BigInt(value) : Number(value);
  };
}

/**
 * The cells that a block of a column gives to its input. Missing values (null, NaN) are counted and handled as told.
 * `start` is the number of rows before the block, for messages. Throws E_MODEL_VALUES.
 */
export function toCells(feature: FeatureColumn, block: BlockValues, rows: number, start: number, rule: MissingRule): Cells {
  const { values, present } = block;
  const cells = makeCells(feature.kind, rows);
  const into = cells as unknown as unknown[];
  const convert = converter(feature);
  let missing = 0;
  for (let row = 0; row < rows; row += 1) {
    const value = values[row]!;
    if (present[row] === 1 && value === value) {
      into[row] = convert(value, start + row);
      continue;
    }
    missing += 1;
    into[row] = convert(replacement(feature, start + row, rule), start + row);
  }
  if (missing > 0) rule.counts.set(feature.column, (rule.counts.get(feature.column) ?? 0) + missing);
  return cells;
}
