import { userInfo } from 'node:os';
import type { ModelVersion, RegistryChange, RegistryEvent } from '#shared/domain/registry.ts';
import { openCards, type Cards } from './cards.ts';
import type { VersionRecord } from './findVersion.ts';
import { aliasesOf, foldRegistry, type ModelRecord, type RegistryState } from './foldRegistry.ts';
import { openJournal, type Journal, type RegistryEntry } from './journal.ts';
import { openModelFiles, type ModelFiles } from './modelFiles.ts';

/** Who does something, when, and why; `by` null is the user of this process. */
export interface Signature {
  readonly by: string | null;
  readonly why: string;
  readonly at: Date;
}

/** What the operations of a registry are made from. */
export interface RegistryParts {
  readonly journal: Journal;
  readonly files: ModelFiles;
  readonly cards: Cards;
  state(): Promise<RegistryState>;
  /** Adds the change that `decide` makes of the state; null where it finds nothing to do. */
  record(model: string, signature: Signature, decide: (state: RegistryState) => RegistryChange | null): Promise<RegistryEvent | null>;
}

function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env['USER'] ?? process.env['USERNAME'] ?? 'unknown';
  }
}

export function registryParts(folder: string): RegistryParts {
  const journal = openJournal(folder);
  return {
    journal,
    files: openModelFiles(folder),
    cards: openCards(folder),
    state: async () => foldRegistry(await journal.read()),
    record: (model, { by, why, at }, decide) =>
      journal.append((events) => {
        const change = decide(foldRegistry(events));
        const entry: RegistryEntry | null =
          change === null ? null : { model, at: at.toISOString(), by: by ?? systemUser(), why, ...change };
        return entry;
      }),
  };
}

/** A version as the outside sees it. */
export function describeVersion({ files }: Pick<RegistryParts, 'files'>, model: ModelRecord, found: VersionRecord): ModelVersion {
  const { card, info, ...version } = found;
  return {
    ...version,
    info: { ...info, path: files.pathOf(found.sha256) },
    aliases: aliasesOf(model).flatMap((each) => (each.version === found.version ? [each.alias] : [])),
    hasCard: card !== null,
  };
}
