import { stat } from 'node:fs/promises';
import type { Api } from '#shared/contract/index.ts';
import { fitModel } from '../models/fitModel.ts';
import { scoreDataset } from '../models/scoring/scoreDataset.ts';
import { moveFileAtomically, writeFileAtomically } from '../report/atomicWrite.ts';
import { scoreFolder } from '../models/scoring/scoreFolder.ts';
import { modelFile, type ModelFiles } from './modelFile.ts';
import type { PathGuard } from '../store/pathGuard.ts';

interface ModelsParts {
  readonly files: ModelFiles;
  readonly guard: PathGuard;
}

export function modelsApi({ files, guard }: ModelsParts): Api['models'] {
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
