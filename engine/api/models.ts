import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Api } from '#shared/contract/index.ts';
import { fitModel } from '../models/fitModel.ts';
import { scoreDataset } from '../models/scoring/scoreDataset.ts';
import { moveFileAtomically, writeFileAtomically } from '../report/atomicWrite.ts';
import { scoreFolder } from '../models/scoring/scoreFolder.ts';
import { makeFolder } from '../store/makeFolder.ts';
import type { PathGuard } from '../store/pathGuard.ts';
import { resolveModel } from '../store/registry/resolveModel.ts';
import type { Workspace } from '../store/workspace.ts';

interface ModelsParts {
  readonly workspace: Workspace;
  readonly guard: PathGuard;
}

/** A model as scoring names it in what it writes. */
interface NamedModel {
  readonly path: string;
  readonly name: string | null;
  readonly version: string | null;
}

export function modelsApi({ workspace, guard }: ModelsParts): Api['models'] {
  const find = async (reference: string): Promise<NamedModel> => {
    const { path, name, version } = await resolveModel(reference, { registry: () => workspace.models(), guard });
    return version === null ? { path, name: null, version: null } : { path, name, version: String(version) };
  };
  /** The workspace's own folder for predictions is made when it is needed; others must be there. */
  const makeOwnFolder = async (folder: string): Promise<void> => {
    const { path } = await workspace.state();
    if (path !== '' && folder === join(path, 'scored')) await makeFolder(folder);
  };
  return {
    inspect: async ({ model, source, map, derive, notFeatures }, context) => {
      const { path } = await find(model);
      if (source !== null) await guard.read(source.path);
      return fitModel({ path, source, map, derive, notFeatures }, context.signal);
    },
    score: async ({ source, model, settings, derive, where, keep, notFeatures, path }, context) => {
      const named = await find(model);
      await guard.read(source.path);
      await guard.write(path);
      await makeOwnFolder(dirname(path));
      const place = (made: string): Promise<void> => moveFileAtomically(made, path);
      const result = await scoreDataset({ source, model: named, settings, derive, where, keep, notFeatures, output: path, place }, context);
      return { ...result, path, bytes: (await stat(path)).size };
    },
    scoreFolder: async ({ model, folder, ...rest }, context) => {
      const named = await find(model);
      await guard.read(rest.source.path);
      await guard.write(folder);
      const files = await scoreFolder({ ...rest, model: named, folder, write: writeFileAtomically, place: moveFileAtomically }, context);
      return { folder, files };
    },
  };
}
