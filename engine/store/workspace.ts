import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { workspaceState, type WorkspaceState } from '#shared/contract/workspace.ts';
import type { DataSource } from '#shared/domain/dataset.ts';
import { reportSettings } from '#shared/domain/settings.ts';
import { writeFileAtomically } from '../report/atomicWrite.ts';
import { folderRuns } from './folderRuns.ts';
import { makeFolder } from './makeFolder.ts';
import { memoryRuns } from './memoryRuns.ts';
import { readJsonFile } from './readJsonFile.ts';
import { openModelRegistry, type ModelRegistry } from './registry/modelRegistry.ts';
import type { Runs } from './runs.ts';
import { folderSuites, memorySuites, type Suites } from './suites.ts';

export type WorkspaceChange = Partial<Pick<WorkspaceState, 'reference' | 'current' | 'settings' | 'openedModels' | 'gate'>>;

/** What is remembered between two sessions, on disk or in memory. */
export interface Workspace {
  readonly runs: Runs;
  readonly suites: Suites;
  state(): Promise<WorkspaceState>;
  update(change: WorkspaceChange): Promise<WorkspaceState>;
  /** Puts a pair at the head of the recent ones. */
  remember(reference: DataSource, current: DataSource, usedAt: Date): Promise<void>;
  /** A folder for rows that were saved; null where nothing is kept on disk. */
  rowsFolder(): Promise<string | null>;
  /** A folder for the sample data. */
  sampleFolder(): Promise<string>;
  /** The registered models, in the folder `models`. */
  models(): Promise<ModelRegistry>;
  close(): Promise<void>;
}

const recentPairs = 10;

const storedState = workspaceState.omit({ path: true }).extend({ formatVersion: z.literal(1) });

interface StatePlace {
  read(): Promise<WorkspaceState>;
  write(state: WorkspaceState): Promise<void>;
}

function emptyState(name: string, path: string): WorkspaceState {
  return { name, path, reference: null, current: null, settings: reportSettings.parse({}), openedModels: [], gate: '', recent: [] };
}

function statePlaceInMemory(): StatePlace {
  let kept = emptyState('Not kept on disk', '');
  return {
    read: async () => kept,
    write: async (state) => {
      kept = state;
    },
  };
}

function statePlaceInFolder(folder: string): StatePlace {
  const file = join(folder, 'workspace.json');
  return {
    read: async () => {
      const stored = await readJsonFile(file, storedState);
      if (stored === undefined) return emptyState(basename(folder), folder);
      const { formatVersion: _, ...state } = stored;
      return { ...state, path: folder };
    },
    write: async ({ path: _, ...state }) => {
      await makeFolder(folder);
      await writeFileAtomically(file, `${JSON.stringify({ formatVersion: 1, ...state }, null, 2)}\n`);
    },
  };
}

/** Runs changes one after another, so that two at once both count. */
function oneAtATime(place: StatePlace): (change: (state: WorkspaceState) => WorkspaceState) => Promise<WorkspaceState> {
  let last: Promise<unknown> = Promise.resolve();
  return (change) => {
    const next = last.then(async () => {
      const state = change(await place.read());
      await place.write(state);
      return state;
    });
    last = next.catch(() => undefined);
    return next;
  };
}

function withRecent(state: WorkspaceState, reference: DataSource, current: DataSource, usedAt: Date): WorkspaceState {
  const others = state.recent.filter((pair) => pair.reference.path !== reference.path || pair.current.path !== current.path);
  const recent = [{ reference, current, usedAt: usedAt.toISOString() }, ...others].slice(0, recentPairs);
  return { ...state, recent };
}

/** A folder of the workspace; where that is not on disk, a temporary one. */
function folderFor(folder: string | null, name: string): { make(): Promise<string>; clear(): Promise<void> } {
  if (folder !== null) return { make: async () => join(folder, name), clear: async () => undefined };
  let temporary: Promise<string> | undefined;
  return {
    make: () => (temporary ??= mkdtemp(join(tmpdir(), `driftglass-${name}-`))),
    clear: async () => {
      if (temporary !== undefined) await rm(await temporary, { recursive: true, force: true });
      temporary = undefined;
    },
  };
}

/** Opens the workspace of a folder (made when first written to), or one that lives in memory only. */
export function openWorkspace(folder: string | null): Workspace {
  const root = folder === null ? null : resolve(folder);
  const place = root === null ? statePlaceInMemory() : statePlaceInFolder(root);
  const change = oneAtATime(place);
  const runs = root === null ? memoryRuns() : folderRuns(root);
  const suites = root === null ? memorySuites() : folderSuites(root);
  const sample = folderFor(root, 'sample');
  const modelsFolder = folderFor(root, 'models');
  let models: Promise<ModelRegistry> | undefined;
  return {
    runs,
    suites,
    state: () => place.read(),
    update: (part) => change((state) => ({ ...state, ...definedParts(part) })),
    remember: async (reference, current, usedAt) => {
      await change((state) => withRecent(state, reference, current, usedAt));
    },
    rowsFolder: async () => {
      if (root === null) return null;
      await makeFolder(join(root, 'rows'));
      return join(root, 'rows');
    },
    sampleFolder: () => sample.make(),
    models: () => (models ??= modelsFolder.make().then(openModelRegistry)),
    close: async () => {
      await runs.close();
      await suites.keepOnly(async () => (await runs.list()).map(({ id }) => id));
      await sample.clear();
      await modelsFolder.clear();
    },
  };
}

function definedParts(change: WorkspaceChange): WorkspaceChange {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
