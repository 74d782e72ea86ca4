import type { ModelInfo, ScoringSettings } from '#shared/domain/model.ts';
import { registeredName, type CardState, type ModelVersion, type RegisteredData, type RegistryEvent } from '#shared/domain/registry.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { aliasOperations, type AliasOperations } from './aliasOperations.ts';
import { readCard } from './cards.ts';
import { findModel, findVersion, versionOf, type ModelReference } from './findVersion.ts';
import type { ModelRecord, RegistryState } from './foldRegistry.ts';
import { describeVersion, registryParts, type RegistryParts, type Signature } from './registryParts.ts';

/** A model that can run, as it is to be kept. */
export interface NewModel {
  readonly name: string;
  /** The whole model in one file. */
  readonly bytes: Uint8Array;
  /** What it is; path, size and hash become those of the kept file. */
  readonly info: ModelInfo;
  readonly source: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly card: string | null;
  readonly scoring: ScoringSettings;
  readonly reference: RegisteredData | null;
}

/** The registry of a workspace. Every change is one event, on the disk when the promise is kept. */
export interface ModelRegistry extends AliasOperations {
  readonly folder: string;
  state(): Promise<RegistryState>;
  events(): Promise<readonly RegistryEvent[]>;
  versionsOf(model: ModelRecord): ModelVersion[];
  /** Keeps a model as the next version; a file the model already has gives the version that has it, unchanged. */
  register(model: NewModel, signature: Signature): Promise<{ created: boolean; version: ModelVersion }>;
  /** Sets a tag of a version; null takes it away. */
  setTag(name: string, version: number, tag: { readonly name: string; readonly value: string | null }, by: Signature): Promise<void>;
  readCard(name: string, version: number): Promise<CardState>;
  writeCard(name: string, version: number, text: string, signature: Signature): Promise<CardState>;
  /** The version a reference means, and its file, whose content was just checked. Throws E_MODEL_UNKNOWN, E_MODEL_CHANGED. */
  resolve(reference: ModelReference): Promise<{ path: string; version: ModelVersion }>;
}

function refuseOtherCase(state: RegistryState, name: string): void {
  const other = [...state.keys()].find((known) => known !== name && known.toLowerCase() === name.toLowerCase());
  if (other === undefined) return;
  throw new AppError('E_USAGE', `The registry has a model ${other}; a name that differs from it only in capitals is not taken.`);
}

async function registerModel(parts: RegistryParts, model: NewModel, signature: Signature): Promise<number | null> {
  const { name, bytes, source, tags, card, scoring, reference } = model;
  if (card !== null) readCard(card);
  const named = registeredName.safeParse(name);
  if (!named.success) throw new AppError('E_USAGE', `${JSON.stringify(name)} ${named.error.issues[0]!.message}.`);
  refuseOtherCase(await parts.state(), name);
  const sha256 = await parts.files.keep(bytes);
  const info = { ...model.info, path: '', name, bytes: bytes.length, sha256 };
  const event = await parts.record(name, signature, (now) => {
    refuseOtherCase(now, name);
    const known = now.get(name)?.versions ?? [];
    if (known.some((version) => version.sha256 === sha256)) return null;
    return { kind: 'registered', version: known.length + 1, info, source, scoring, reference, tags, card };
  });
  if (event?.kind !== 'registered') return null;
  if (card !== null) await parts.cards.write(name, event.version, card);
  return event.version;
}

function cardOperations({ state, record, cards }: RegistryParts): Pick<ModelRegistry, 'readCard' | 'writeCard'> {
  const read = async (name: string, version: number): Promise<CardState> =>
    cards.read(name, version, findVersion(findModel(await state(), name), version).card);
  return {
    readCard: read,
    writeCard: async (name, version, text, signature) => {
      readCard(text);
      findVersion(findModel(await state(), name), version);
      await cards.write(name, version, text);
      await record(name, signature, (now) =>
        findVersion(findModel(now, name), version).card === text ? null : { kind: 'card-set', version, card: text },
      );
      return read(name, version);
    },
  };
}

/** Opens the registry of a folder; nothing is made before the first model is registered. */
export function openModelRegistry(folder: string): ModelRegistry {
  const parts = registryParts(folder);
  const { state, record, files, journal } = parts;
  const versionsOf = (model: ModelRecord): ModelVersion[] => model.versions.map((version) => describeVersion(parts, model, version));
  return {
    folder,
    state,
    events: () => journal.read(),
    versionsOf,
    register: async (model, signature) => {
      const created = await registerModel(parts, model, signature);
      const versions = versionsOf(findModel(await state(), model.name));
      if (created !== null) return { created: true, version: versions[created - 1]! };
      const sha256 = await files.keep(model.bytes);
      return { created: false, version: versions.find((version) => version.sha256 === sha256)! };
    },
    setTag: async (name, version, tag, signature) => {
      await record(name, signature, (now) => {
        const before = findVersion(findModel(now, name), version).tags[tag.name];
        if (before === (tag.value ?? undefined)) return null;
        return tag.value === null
          ? { kind: 'tag-removed', version, tag: tag.name }
          : { kind: 'tag-set', version, tag: tag.name, value: tag.value };
      });
    },
    ...cardOperations(parts),
    ...aliasOperations(parts),
    resolve: async (reference) => {
      const now = await state();
      const found = versionOf(now, reference);
      const path = await files.verified(found.sha256, `${found.model}@${found.version}`);
      return { path, version: describeVersion(parts, findModel(now, found.model), found) };
    },
  };
}
