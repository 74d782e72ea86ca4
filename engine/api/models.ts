import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Api } from '#shared/contract/index.ts';
import { listFiles } from '../data/resolveSource.ts';
import { fitModel } from '../models/fitModel.ts';
import { scoreDataset } from '../models/scoring/scoreDataset.ts';
import { moveFileAtomically, writeFileAtomically } from '../report/atomicWrite.ts';
import { scoreFolder } from '../models/scoring/scoreFolder.ts';
import { makeFolder } from '../store/makeFolder.ts';
import { refuseOwnInput } from '../store/refuseOwnInput.ts';
import { modelFile, type ModelFiles } from './modelFile.ts';
import type { PathGuard } from '../store/pathGuard.ts';
import type { Workspace } from '../store/workspace.ts';

interface ModelsParts {
  readonly workspace: Workspace;
  readonly files: ModelFiles;
  readonly guard: PathGuard;
}

export function modelsApi({ workspace, files, guard }: ModelsParts): Api['models'] {
  /** The workspace's own folder for predictions is made when it is needed; others must be there. */
  const makeOwnFolder = async (folder: string): Promise<void> => {
    const { path } = await workspace.state();
    if (path !== '' && folder === join(path, 'scored')) await makeFolder(folder);
  };
  return {
    inspect: async ({ model: reference, source, map, derive, notFeatures }, context) => {
      const { model, settings } = await modelFile(reference, { map, nulls: 'refuse', fill: {} }, files);
      if (source !== null) await guard.read(source.path);
      return fitModel({ path: model.path, source, map: settings.map, derive, notFeatures }, context.signal);
    },
    score: async ({ model: reference, settings, path, ...rest }, context) => {
      const named = await modelFile(reference, settings, files);
      await guard.read(rest.source.path);
      await guard.write(path);
      await refuseOwnInput(path, async () => [named.model.path, ...(await listFiles(rest.source))]);
      await makeOwnFolder(dirname(path));
      const place = (made: string): Promise<void> => moveFileAtomically(made, path);
      const result = await scoreDataset({ ...rest, ...named, output: path, place }, context);
      return { ...result, path, bytes: (await stat(path)).size };
    },
    scoreFolder: async ({ model: reference, settings, folder, ...rest }, context) => {
      const named = await modelFile(reference, settings, files);
      await guard.read(rest.source.path);
      await guard.write(folder);
      const places = { folder, write: writeFileAtomically, place: moveFileAtomically };
      return { folder, files: await scoreFolder({ ...rest, ...named, ...places }, context) };
    },
  };
}
