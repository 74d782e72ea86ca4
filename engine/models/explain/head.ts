import type { ModelExplanation } from '#shared/domain/explanation.ts';
import { version } from '#shared/version.ts';
import type { OpenExplained } from './openExplained.ts';

/** When an explanation was made. */
export interface Head {
  readonly createdAt: Date;
}

type HeadFields = Pick<ModelExplanation, 'createdAt' | 'producedBy' | 'model' | 'derive' | 'where' | 'seed' | 'evaluations'>;

/** What every explanation says of itself; asked for last, when the rows given to the model are counted. */
export function headOf({ info, model, request }: OpenExplained, { createdAt }: Head): HeadFields {
  return {
    createdAt: createdAt.toISOString(),
    producedBy: { name: 'driftglass', version },
    model: {
      name: request.model.name ?? info.name,
      version: request.model.version ?? info.modelVersion,
      path: info.path,
      sha256: info.sha256,
      task: model.scorer.task,
    },
    derive: [...request.derive],
    where: request.where,
    seed: request.seed,
    evaluations: model.evaluations(),
  };
}
