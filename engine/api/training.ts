import { dirname, join } from 'node:path';
import type { Api } from '#shared/contract/index.ts';
import { listFiles } from '../data/resolveSource.ts';
import { trainModel } from '../models/train/trainModel.ts';
import { copyFileAtomically } from '../report/atomicWrite.ts';
import { refuseOwnInput } from '../store/refuseOwnInput.ts';
import { makeFolder } from '../store/makeFolder.ts';
import type { PathGuard } from '../store/pathGuard.ts';
import type { Workspace } from '../store/workspace.ts';

interface TrainingParts {
  readonly workspace: Workspace;
  readonly guard: PathGuard;
}

export function trainingApi({ workspace, guard }: TrainingParts): Api['training'] {
  /** The workspace's own folder for trained models is made when it is needed; others must be there. */
  const makeOwnFolder = async (folder: string): Promise<void> => {
    const { path } = await workspace.state();
    if (path !== '' && folder === join(path, 'trained')) await makeFolder(folder);
  };
  return {
    train: async ({ path, keepTraining, ...request }, context) => {
      const stem = path.replace(/\.onnx$/i, '');
      const files = {
        model: path,
        card: `${stem}.card.yaml`,
        reference: `${stem}.reference.parquet`,
        training: keepTraining ? `${stem}.training.parquet` : null,
      };
      await guard.read(request.source.path);
      for (const place of [files.model, files.card, files.reference, files.training]) {
        if (place === null) continue;
        await guard.write(place);
        await refuseOwnInput(place, () => listFiles(request.source));
      }
      await makeOwnFolder(dirname(path));
      return trainModel(request, { ...files, place: copyFileAtomically }, context);
    },
  };
}
