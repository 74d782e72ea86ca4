import type { Api } from '#shared/contract/index.ts';
import type { ModelVersion, RegisteredData } from '#shared/domain/registry.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { isTimeZone, zonedTime, type TimeSpan } from '#shared/lib/zonedTime.ts';
import { hashFile } from '../data/hashFile.ts';
import { resolveSource } from '../data/resolveSource.ts';
import type { JobContext } from '../jobs/pacer.ts';
import { packModel } from '../models/packModel.ts';
import type { PathGuard } from '../store/pathGuard.ts';
import { findModel } from '../store/registry/findVersion.ts';
import { summaryOf } from '../store/registry/foldRegistry.ts';
import type { ModelRegistry } from '../store/registry/modelRegistry.ts';
import type { Signature } from '../store/registry/registryParts.ts';
import { resolveModel } from '../store/registry/resolveModel.ts';
import type { Workspace } from '../store/workspace.ts';
import { modelComparisonsApi } from './modelComparisons.ts';
import { promotionApi } from './promotion.ts';

interface RegistryApiParts {
  readonly workspace: Workspace;
  readonly guard: PathGuard;
  readonly clock: () => Date;
}

type Detail = Awaited<ReturnType<Api['registry']['get']>>;

async function detailOf(registry: ModelRegistry, name: string): Promise<Detail> {
  const model = findModel(await registry.state(), name);
  return { ...summaryOf(model), versions: registry.versionsOf(model).toReversed() };
}

async function readReference(path: string, { signal }: JobContext): Promise<RegisteredData> {
  const source = await resolveSource({ path });
  const files = [];
  for (const file of source.files) {
    files.push({ name: file.path.split(/[\\/]/).at(-1)!, bytes: file.bytes, sha256: await hashFile(file.path, signal) });
  }
  return { path: source.path, files };
}

function spanOf(time: string, timeZone: string): TimeSpan {
  if (!isTimeZone(timeZone)) throw new AppError('E_USAGE', `There is no time zone ${timeZone}; write it as Europe/Berlin or UTC.`);
  const span = zonedTime(time, timeZone);
  if (span !== null) return span;
  throw new AppError('E_USAGE', `${JSON.stringify(time)} is neither a day (2026-02-03) nor a moment (2026-02-03T10:00, with Z or +01:00).`);
}

async function verifyAll(registry: ModelRegistry, { signal, progress }: JobContext) {
  const all: ModelVersion[] = [...(await registry.state()).values()].flatMap((model) => registry.versionsOf(model));
  const found = [];
  for (const [i, { model, version, sha256, info }] of all.entries()) {
    progress({ share: i / all.length, message: `${model}@${version}` });
    const hash = await hashFile(info.path, signal).catch((error: unknown) => {
      if (signal.aborted) throw error;
      return null;
    });
    const state: 'missing' | 'whole' | 'changed' = hash === null ? 'missing' : hash === sha256 ? 'whole' : 'changed';
    found.push({ model, version, state, path: info.path });
  }
  return found;
}

type AliasApi = Pick<Api['registry'], 'setAlias' | 'removeAlias' | 'rollback' | 'at'>;

function aliasApi(open: () => Promise<ModelRegistry>, sign: (given: { by: string | null; why: string }) => Signature): AliasApi {
  return {
    setAlias: async ({ name, version, alias, ...given }) => {
      const registry = await open();
      const changed = await registry.setAlias({ name, version, alias }, sign(given));
      return { changed, model: await detailOf(registry, name) };
    },
    removeAlias: async ({ name, alias, ...given }) => {
      const registry = await open();
      await registry.removeAlias(name, alias, sign(given));
      return detailOf(registry, name);
    },
    rollback: async ({ name, alias, ...given }) => {
      const registry = await open();
      const step = await registry.rollBack(name, alias, sign(given));
      return { ...step, model: await detailOf(registry, name) };
    },
    at: async ({ name, alias, time, timeZone: asked }) => {
      const timeZone = asked ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
      const { from, until } = spanOf(time, timeZone);
      const registry = await open();
      return { from, until, timeZone, holders: await registry.holders(name, alias, from, until) };
    },
  };
}

export function registryApi({ workspace, guard, clock }: RegistryApiParts): Api['registry'] {
  const open = (): Promise<ModelRegistry> => workspace.models();
  const sign = ({ by, why }: { by: string | null; why: string }): Signature => ({ by, why, at: clock() });
  return {
    list: async () => [...(await (await open()).state()).values()].map(summaryOf).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    get: async ({ name }) => detailOf(await open(), name),
    register: async ({ name, path, tags, card, scoring, reference, ...given }, context) => {
      await guard.read(path);
      if (reference !== null) await guard.read(reference.path);
      const data = reference === null ? null : await readReference(reference.path, context);
      const { info, bytes } = await packModel(path);
      const registry = await open();
      return registry.register({ name, bytes, info, source: info.path, tags, card, scoring, reference: data }, sign(given));
    },
    ...aliasApi(open, sign),
    ...modelComparisonsApi({ open, guard }),
    ...promotionApi({ open, guard, sign, detailOf }),
    setTag: async ({ name, version, tag, value, ...given }) => {
      const registry = await open();
      await registry.setTag(name, version, { name: tag, value }, sign(given));
      return registry.versionsOf(findModel(await registry.state(), name))[version - 1]!;
    },
    readCard: async ({ name, version }) => (await open()).readCard(name, version),
    writeCard: async ({ name, version, text, ...given }) => (await open()).writeCard(name, version, text, sign(given)),
    history: async ({ name }) => {
      const registry = await open();
      if (name !== null) findModel(await registry.state(), name);
      return (await registry.events()).filter(({ model }) => name === null || model === name);
    },
    resolve: async ({ reference }) => resolveModel(reference, { registry: open, guard }),
    verify: async (_, context) => verifyAll(await open(), context),
  };
}
