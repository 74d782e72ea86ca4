import type { Api } from '#shared/contract/index.ts';
import { trainModel } from '../models/train/trainModel.ts';
import { copyFileAtomically } from '../report/atomicWrite.ts';
import type { PathGuard } from '../store/pathGuard.ts';

interface TrainingParts {
  readonly guard: PathGuard;
}

export function trainingApi({ guard }: TrainingParts): Api['training'] {
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
      for (const place of [files.model, files.card, files.reference, files.training]) if (place !== null) await guard.write(place);
      return trainModel(request, { ...files, place: copyFileAtomically }, context);
    },
  };
}
