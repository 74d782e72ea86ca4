import { AppError } from '#shared/errors/AppError.ts';
import type { CellValue, RowExplanation } from '#shared/domain/explanation.ts';
import type { ScoringSettings } from '#shared/domain/model.ts';
import { nearNames } from '#shared/lib/nearNames.ts';
import type { BlockValues } from '../../data/featureBlocks.ts';
import type { FeatureColumn } from '../scoring/batchScorer.ts';
import { toCells } from '../scoring/toCells.ts';
import type { Cells } from '../tensors.ts';
import type { ExplainedModel } from './explainedModel.ts';
import { shownCell } from './partialDependence.ts';
import type { ReadRows } from './readRows.ts';

/** A value that a column is set to; null is missing. */
export type GivenValue = number | string | boolean | null;

const truthWords: Readonly<Record<string, number>> = { true: 1, false: 0 };

function numberFrom(value: GivenValue, { column, kind }: FeatureColumn): number | bigint {
  const refused = (): AppError =>
    new AppError('E_MODEL_VALUES', `${JSON.stringify(value)} cannot be given to ${column}, which holds numbers.`, { subject: { column } });
  if (typeof value === 'string') {
    const word = truthWords[value.trim().toLowerCase()];
    if (word !== undefined && kind === 'bool') return word;
    if (/^[+-]?\d{16,}$/.test(value.trim())) return BigInt(value.trim());
    const number = value.trim() === '' ? Number.NaN : Number(value);
    if (Number.isNaN(number)) throw refused();
    return number;
  }
  return Number(value);
}

function blockOf(value: GivenValue, feature: FeatureColumn): BlockValues {
  const present = Uint8Array.of(value === null ? 0 : 1);
  if (feature.kind === 'string') return { values: [value === null ? '' : String(value)], present };
  const number = value === null ? 0 : numberFrom(value, feature);
  return { values: typeof number === 'bigint' ? BigInt64Array.of(number) : Float64Array.of(number), present };
}

/** The cells of a row that is given by its values. */
export function cellsOf(
  model: ExplainedModel,
  values: ReadonlyMap<string, GivenValue>,
  place: number,
  settings: Pick<ScoringSettings, 'nulls' | 'fill'>,
): Cells[] {
  const rule = { policy: settings.nulls, fill: settings.fill, counts: new Map<string, number>() };
  return model.features.map((feature) => toCells(feature, blockOf(values.get(feature.column) ?? null, feature), 1, place, rule));
}

export interface ChangedRow {
  readonly row: ReadRows;
  readonly changed: RowExplanation['changed'];
}

function checkNames(model: ExplainedModel, names: readonly string[]): void {
  const known = model.players.map(({ column }) => column);
  const stranger = names.find((name) => !known.includes(name));
  if (stranger === undefined) return;
  const near = nearNames(stranger, known);
  const hint = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ` It takes ${known.slice(0, 12).join(', ')}.`;
  throw new AppError('E_COLUMN_UNKNOWN', `The model does not read a column ${stranger}.${hint}`, { subject: { column: stranger } });
}

const shown = (model: ExplainedModel, row: ReadRows, column: string): CellValue => {
  const { features } = model.players.find((player) => player.column === column)!;
  return shownCell(row.columns[features[0]!]![0]);
};

/** A row with some values set anew. Throws E_COLUMN_UNKNOWN, E_MODEL_VALUES. */
export function changeRow(
  model: ExplainedModel,
  row: ReadRows,
  values: Readonly<Record<string, GivenValue>>,
  settings: Pick<ScoringSettings, 'nulls' | 'fill'>,
): ChangedRow {
  const given = new Map(Object.entries(values));
  checkNames(model, [...given.keys()]);
  const rule = { policy: settings.nulls, fill: settings.fill, counts: new Map<string, number>() };
  const columns = model.features.map((feature, i) =>
    given.has(feature.column)
      ? toCells(feature, blockOf(given.get(feature.column)!, feature), 1, row.places[0] ?? 0, rule)
      : row.columns[i]!,
  );
  const changed = { ...row, columns };
  const pairs = [...given.keys()].map((column) => ({ column, from: shown(model, row, column), to: shown(model, changed, column) }));
  return { row: changed, changed: pairs };
}

/** A row that is given by all its values. Throws E_COLUMN_UNKNOWN, also where a column is left out, and E_MODEL_VALUES. */
export function givenRow(
  model: ExplainedModel,
  values: Readonly<Record<string, GivenValue>>,
  settings: Pick<ScoringSettings, 'nulls' | 'fill'>,
): ReadRows {
  checkNames(model, Object.keys(values));
  const left = model.players.find(({ column }) => !Object.hasOwn(values, column));
  if (left !== undefined) {
    const message = `Without a row of the data each column needs a value, and ${left.column} has none. Name a row to start from, or give the value.`;
    throw new AppError('E_COLUMN_UNKNOWN', message, { subject: { column: left.column } });
  }
  const columns = cellsOf(model, new Map(Object.entries(values)), 0, settings);
  return { rows: 1, columns, places: new Float64Array(1), target: null };
}
