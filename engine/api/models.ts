import { stat } from 'node:fs/promises';
import type { Api } from '#shared/contract/index.ts';
import { fitModel } from '../models/fitModel.ts';
import { scoreDataset } from '../models/scoring/scoreDataset.ts';
import { moveFileAtomically, writeFileAtomically } from '../report/atomicWrite.ts';
import { scoreFolder } from '../models/scoring/scoreFolder.ts';
import type { PathGuard } from '../store/pathGuard.ts';

interface ModelsParts {
  readonly guard: PathGuard;
}

export function modelsApi({ guard }: ModelsParts): Api['models'] {
  return {
    inspect: async ({ model, source, map, derive, notFeatures }, context) => {
      await guard.read(model);
      if (source !== null) await guard.read(source.path);
      return fitModel({ path: model, source, map, derive, notFeatures }, context.signal);
    },
    score: async ({ source, model, settings, derive, where, keep, notFeatures, path }, context) => {
      await guard.read(model);
      await guard.read(source.path);
      await guard.write(path);
      const place = (made: string): Promise<void> => moveFileAtomically(made, path);
      const named = { path: model, name: null, version: null };
      const result = await scoreDataset({ source, model: named, settings, derive, where, keep, notFeatures, output: path, place }, context);
      return { ...result, path, bytes: (await stat(path)).size };
    },
    scoreFolder: async ({ model, folder, ...rest }, context) => {
      await guard.read(model);
      await guard.read(rest.source.path);
      await guard.write(folder);
      const named = { path: model, name: null, version: null };
      const files = await scoreFolder({ ...rest, model: named, folder, write: writeFileAtomically, place: moveFileAtomically }, context);
      return { folder, files };
    },
  };
}
