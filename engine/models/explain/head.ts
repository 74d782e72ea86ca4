import type { ModelExplanation } from '#shared/domain/explanation.ts';
import { version } from '#shared/version.ts';
import type { OpenExplained } from './openExplained.ts';

/** When an explanation was made, and under which name its model goes. */
export interface Head {
  readonly createdAt: Date;
  readonly modelName: string | null;
}

type HeadFields = Pick<ModelExplanation, 'createdAt' | 'producedBy' | 'model' | 'where' | 'seed' | 'evaluations'>;

/** What every explanation says of itself; asked for last, when the rows given to the model are counted. */
export function headOf({ info, model, request }: OpenExplained, { createdAt, modelName }: Head): HeadFields {
  return {
    createdAt: createdAt.toISOString(),
    producedBy: { name: 'driftglass', version },
    model: { name: modelName ?? info.name, path: info.path, sha256: info.sha256, task: model.scorer.task },
    where: request.where,
    seed: request.seed,
    evaluations: model.evaluations(),
  };
}
