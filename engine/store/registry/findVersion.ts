import { AppError } from '#shared/errors/AppError.ts';
import { nearNames } from '#shared/lib/nearNames.ts';
import { aliasesOf, holderOf, type ModelRecord, type RegistryState } from './foldRegistry.ts';

/** `name@alias`, `name@3` or `name`, taken apart. */
export interface ModelReference {
  readonly name: string;
  readonly alias: string | null;
  readonly version: number | null;
}

const unknown = (message: string): AppError => new AppError('E_MODEL_UNKNOWN', message);

/** Reads a reference to a model of the registry; null where the text cannot be one, as a path. */
export function parseReference(text: string): ModelReference | null {
  const match = /^([A-Za-z0-9][A-Za-z0-9._-]{0,99})(?:@(?:(\d{1,9})|([A-Za-z][A-Za-z0-9_-]{0,49})))?$/.exec(text);
  if (match === null) return null;
  return { name: match[1]!, version: match[2] === undefined ? null : Number(match[2]), alias: match[3] ?? null };
}

/** The model of a name. Throws E_MODEL_UNKNOWN with near names. */
export function findModel(state: RegistryState, name: string): ModelRecord {
  const model = state.get(name);
  if (model !== undefined) return model;
  const near = nearNames(name, [...state.keys()]);
  const hint = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : state.size === 0 ? ' The registry holds no model yet.' : '';
  throw unknown(`The registry has no model ${name}.${hint}`);
}

export type VersionRecord = ModelRecord['versions'][number];

/** A version of a model. Throws E_MODEL_UNKNOWN. */
export function findVersion(model: ModelRecord, version: number): VersionRecord {
  const found = model.versions[version - 1];
  if (found !== undefined) return found;
  throw unknown(`${model.name} has no version ${version}; the newest is ${model.versions.length}.`);
}

/** The version a reference means: that of an alias, the one named, or `champion`, else the newest. Throws E_MODEL_UNKNOWN. */
export function versionOf(state: RegistryState, { name, alias, version }: ModelReference): VersionRecord {
  const model = findModel(state, name);
  if (version !== null) return findVersion(model, version);
  const newest = model.versions.length;
  if (alias === 'latest') return findVersion(model, newest);
  if (alias === null) return findVersion(model, holderOf(model, 'champion') ?? newest);
  const held = holderOf(model, alias);
  if (held !== null) return findVersion(model, held);
  const set = aliasesOf(model).map((each) => each.alias);
  throw unknown(`${name} has no alias ${alias}; it has ${set.length === 0 ? 'none yet' : set.join(', ')}.`);
}
