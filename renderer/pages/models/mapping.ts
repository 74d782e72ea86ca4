import type { ColumnInfo, ColumnKind } from '#shared/domain/dataset.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';
import type { ColumnMapping, MappedInput, MappingSource, ModelValue } from '#shared/domain/model.ts';

/** How one input stands: its columns, where they come from, or that nothing is known for it yet. */
export interface InputFilling {
  readonly value: ModelValue;
  /** Values a row; null where the file leaves it open. */
  readonly width: number | null;
  readonly columns: readonly string[];
  readonly source: MappingSource | null;
}

/** A column that may fill an input. */
export interface ColumnChoice {
  readonly column: string;
  readonly kind: ColumnKind | 'derived';
}

/** The columns of the data and those that the settings work out, each once. */
export function choicesOf(columns: readonly ColumnInfo[], derived: readonly string[]): ColumnChoice[] {
  const own = columns.filter(({ column }) => !derived.includes(column)).map(({ column, kind }) => ({ column, kind }));
  return [...own, ...derived.map((column) => ({ column, kind: 'derived' as const }))];
}

/** Values that a row gives to an input: one for [N] and [N, 1], else as many as its second dimension says. */
export function widthOf({ shape }: Pick<ModelValue, 'shape'>): number | null {
  if (shape?.length === 1) return 1;
  const second = shape?.[1];
  return typeof second === 'number' && second > 0 ? second : null;
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/**
 * The inputs of a model and what fills them: what was chosen by hand, then what the engine found. Where the data do not
 * fit it maps nothing; then what is found by name is shown, so that only the rest is left to choose.
 */
export function fillingsOf(
  inputs: readonly ModelValue[],
  mapped: readonly MappedInput[],
  map: ColumnMapping,
  columns: readonly string[],
): InputFilling[] {
  return inputs.map((value) => {
    const width = widthOf(value);
    const byHand = map[value.name] ?? (inputs.length === 1 ? map[''] : undefined);
    if (byHand !== undefined) return { value, width, columns: byHand, source: 'by-hand' };
    const known = mapped.find(({ input, source }) => input === value.name && source !== 'by-hand');
    if (known !== undefined) return { value, width, columns: known.columns, source: known.source };
    const named = width === 1 ? (columns.find((each) => each === value.name) ?? onlyNear(value.name, columns)) : undefined;
    return named === undefined ? { value, width, columns: [], source: null } : { value, width, columns: [named], source: 'by-name' };
  });
}

function onlyNear(name: string, columns: readonly string[]): string | undefined {
  const near = columns.filter((each) => plain(each) === plain(name));
  return near.length === 1 ? near[0] : undefined;
}

/** A mapping with other columns for one input; none gives the choice back. */
export function withInput(map: ColumnMapping, input: string, columns: readonly string[]): ColumnMapping {
  const others = Object.entries(map).filter(([name]) => name !== input && name !== '');
  return Object.fromEntries(columns.length === 0 ? others : [...others, [input, [...columns]]]);
}

/** The list with one of its members at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  const member = list[from];
  return member === undefined ? [...list] : [...rest.slice(0, to), member, ...rest.slice(to)];
}

/** Names as typed, one a line or between commas. */
export function namesFrom(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** What the engine says of a mapping, without what only the terminal can do about it. */
export function onScreen(problem: string): string {
  return problem
    .replace(/ Say [^:]*: --map .*$/s, ' Choose below.')
    .replace(/ name them with --(reference|current)\.$/, ' choose the $1 data.')
    .replace(/ Say [^:]*: --(nulls|fill) .*$/s, ' Choose what it is given under Missing values.');
}

/** Columns that are no features by the settings of the workspace. */
export function notFeaturesOf({ roles, ignore }: Pick<ReportSettings, 'roles' | 'ignore'>): string[] {
  const { target, prediction, id, datetime, probabilities } = roles;
  const named = [target, prediction, id, datetime].filter((name) => name !== null);
  return [...new Set([...named, ...Object.values(probabilities), ...ignore])];
}

/** Where the columns of an input come from, in words. */
export const sourceWords: Readonly<Record<MappingSource, string>> = {
  'by-hand': 'chosen by hand',
  'by-name': 'found by name',
  'from-model': 'in the order that the model’s file lists',
  'in-file-order': 'in the order of the data: a guess',
};
