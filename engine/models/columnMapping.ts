import { AppError } from '#shared/errors/AppError.ts';
import type { ColumnMapping, MappedInput } from '#shared/domain/model.ts';
import { nearNames } from '#shared/lib/nearNames.ts';
import type { ModelInput } from './modelInputs.ts';

/** A column as the mapping sees it. */
export interface TableColumn {
  readonly column: string;
  readonly family: 'integer' | 'fraction' | 'boolean' | 'time' | 'text' | 'unsupported';
}

export interface MappingRequest {
  readonly path: string;
  readonly inputs: readonly ModelInput[];
  /** What the model file says beside its graph. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly columns: readonly TableColumn[];
  /** Inputs mapped by hand. The name '' stands for the only input of a model. */
  readonly map: ColumnMapping;
  /** Columns that are no features: target, prediction, id, time. */
  readonly notFeatures: readonly string[];
}

const refused = (message: string, path: string): AppError => new AppError('E_MODEL_MAPPING', message, { subject: { path } });

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** Names of this kind in the metadata of a model list its features in order. */
const featureKeys = ['feature_names', 'features', 'feature_names_in', 'columns', 'input_columns'];

/** The features that a model file lists in its metadata, as JSON or separated by commas; null where it lists none. */
export function featuresFromMetadata(metadata: Readonly<Record<string, string>>): string[] | null {
  const text = featureKeys.map((key) => metadata[key]).find((value) => value !== undefined && value.trim() !== '');
  if (text === undefined) return null;
  if (!text.trim().startsWith('[')) return text.split(',').map((name) => name.trim());
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) && parsed.every((name) => typeof name === 'string') ? parsed : null;
  } catch {
    return null;
  }
}

/** Which families can fill an input, and in what words to say so. */
function fits(input: ModelInput, family: TableColumn['family']): boolean {
  if (family === 'unsupported') return false;
  if (input.kind === 'string') return family !== 'time';
  return family === 'integer' || family === 'fraction' || family === 'boolean';
}

function findByName(name: string, columns: readonly TableColumn[]): TableColumn | null {
  const exact = columns.find(({ column }) => column === name);
  if (exact !== undefined) return exact;
  const near = columns.filter(({ column }) => plain(column) === plain(name));
  return near.length === 1 ? near[0]! : null;
}

function byHand(request: MappingRequest, input: ModelInput, names: readonly string[]): string[] {
  const known = new Set(request.columns.map(({ column }) => column));
  const missing = names.find((name) => !known.has(name));
  if (missing !== undefined) {
    const near = nearNames(missing, [...known]);
    const hint = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
    throw new AppError(
      'E_COLUMN_UNKNOWN',
      `The input ${input.name} is to be filled from ${missing}, and the data have no such column.${hint}`,
    );
  }
  if (input.width !== null && names.length !== input.width) {
    throw refused(`The input ${input.name} takes ${input.width} columns, and ${names.length} were named.`, request.path);
  }
  return [...names];
}

function candidates(request: MappingRequest, input: ModelInput): string[] {
  const without = new Set(request.notFeatures);
  return request.columns.filter(({ column, family }) => !without.has(column) && fits(input, family)).map(({ column }) => column);
}

function wide(request: MappingRequest, input: ModelInput): MappedInput {
  const listed = featuresFromMetadata(request.metadata);
  const found = listed?.map((name) => findByName(name, request.columns)?.column ?? null);
  if (found !== undefined && !found.includes(null) && (input.width === null || found.length === input.width)) {
    return { input: input.name, columns: found as string[], source: 'from-model' };
  }
  const could = candidates(request, input);
  if (input.width !== null && could.length === input.width) return { input: input.name, columns: could, source: 'in-file-order' };
  const wanted = input.width === null ? 'a number of columns that its file does not say' : `${input.width} columns`;
  const have =
    could.length === 0
      ? 'the data have none that fits'
      : `${could.length} columns of the data could be meant: ${could.slice(0, 12).join(', ')}${could.length > 12 ? ', …' : ''}`;
  throw refused(
    `The input ${input.name} takes ${wanted}, in the order of training, and ${have}. Say which, in order: --map ${input.name}=a,b,c.`,
    request.path,
  );
}

function narrow(request: MappingRequest, input: ModelInput): MappedInput {
  const found = findByName(input.name, request.columns);
  if (found !== null) return { input: input.name, columns: [found.column], source: 'by-name' };
  const could = request.inputs.length === 1 ? candidates(request, input) : [];
  if (could.length === 1) return { input: input.name, columns: could, source: 'in-file-order' };
  const near = nearNames(
    input.name,
    request.columns.map(({ column }) => column),
  );
  const hint = near.length === 0 ? '' : ` Near it: ${near.join(', ')}.`;
  throw refused(
    `The data have no column ${input.name}, which the model takes.${hint} Say which fills it: --map ${input.name}=COLUMN.`,
    request.path,
  );
}

function checkFamilies(request: MappingRequest, input: ModelInput, mapped: MappedInput): void {
  for (const name of mapped.columns) {
    const { family } = request.columns.find(({ column }) => column === name)!;
    if (fits(input, family)) continue;
    const what = {
      integer: 'whole numbers',
      fraction: 'numbers',
      boolean: 'truth values',
      time: 'times',
      text: 'text',
      unsupported: 'values that no model takes',
    };
    const wants = input.kind === 'string' ? 'text' : `numbers (${input.kind})`;
    throw refused(`The column ${name} holds ${what[family]}, and the input ${input.name} takes ${wants}.`, request.path);
  }
}

/**
 * Finds the columns that fill each input: by hand; by name (letter case and punctuation do not count); one wide input by
 * the features its file lists, else by the columns that could be meant in file order, when they are as many as it takes.
 * Throws E_MODEL_MAPPING and E_COLUMN_UNKNOWN with the words that settle it.
 */
export function mapColumns(request: MappingRequest): MappedInput[] {
  const names = new Set(request.inputs.map(({ name }) => name));
  const stranger = Object.keys(request.map).find((name) => name !== '' && !names.has(name));
  if (stranger !== undefined) {
    throw refused(`The model has no input ${stranger}; it has ${[...names].join(', ')}.`, request.path);
  }
  if (request.map[''] !== undefined && names.size > 1) {
    throw refused(`The model has several inputs (${[...names].join(', ')}); say which one is meant: --map INPUT=a,b,c.`, request.path);
  }
  return request.inputs.map((input) => {
    const hand = request.map[input.name] ?? request.map[''];
    const mapped: MappedInput =
      hand !== undefined
        ? { input: input.name, columns: byHand(request, input, hand), source: 'by-hand' }
        : input.width === 1
          ? narrow(request, input)
          : wide(request, input);
    checkFamilies(request, input, mapped);
    return mapped;
  });
}
