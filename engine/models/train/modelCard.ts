import { stringify } from 'yaml';
import type { DatasetSummary } from '#shared/domain/dataset.ts';
import type { TrainingRequest, TrainingResult } from '#shared/domain/training.ts';
import { version } from '#shared/version.ts';

export interface CardFacts {
  readonly request: TrainingRequest;
  readonly result: Pick<TrainingResult, 'kind' | 'task' | 'features' | 'train' | 'reference' | 'notes' | 'sha256'>;
  readonly data: DatasetSummary;
  /** One hash for all files of the training data. */
  readonly dataHash: string;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
}

const kinds = { linear: 'linear regression', logistic: 'logistic regression', 'boosted-trees': 'boosted trees' } as const;

function describeRows({ split, where, derive }: TrainingRequest, part: 'train' | 'reference'): string {
  const chosen =
    split.by === 'first'
      ? part === 'train'
        ? `the first ${split.rows} rows in file order`
        : `the rows after the first ${split.rows}`
      : `${part === 'train' ? 'a random' : 'the other'} ${part === 'train' ? split.share : Number((1 - split.share).toFixed(12))} of the rows (seed ${split.seed})`;
  const derived = derive.map(({ column, expression }) => `, with ${column} = ${expression}`).join('');
  return `${chosen}${where === null ? '' : ` that meet ${where}`}${derived}`;
}

function metricsOf(numbers: TrainingResult['train'], on: string): { metric: string; value: number; on: string }[] {
  return Object.entries(numbers).flatMap(([metric, value]) => (metric === 'rows' || value === null ? [] : [{ metric, value, on }]));
}

function limitsOf({ features, notes, kind }: CardFacts['result']): string[] {
  const unknown = features.some(({ as }) => as === 'category') ? ['Categories that training did not know count as unknown.'] : [];
  const beyond =
    kind === 'boosted-trees'
      ? 'Beyond the range of the training rows it says the same as at its edge.'
      : 'Beyond the range of the training rows it goes on in a straight line.';
  return ['A baseline: a floor for better models, not tuned.', beyond, ...unknown, ...notes];
}

const forTheOwner = `
# For the owner of the model to fill in:
# owner: who answers for it
# fairness:
#   - column: a sensitive column
#     note: how its groups fare (driftglass report --sensitive …)
`;

/** The model card as YAML: what can be known from training, and the places for what its owner knows. */
export function modelCard({ request, result, data, dataHash, settings }: CardFacts): string {
  const { target } = request;
  const sides = { path: data.path, sha256: dataHash };
  const card = {
    purpose: `Predicts ${target} from ${result.features.length} columns: a baseline by ${kinds[result.kind]}.`,
    trainingData: { description: describeRows(request, 'train'), ...sides, rows: result.train['rows'], columns: data.numberOfColumns },
    referenceData: {
      description: describeRows(request, 'reference'),
      ...sides,
      rows: result.reference['rows'],
      columns: data.numberOfColumns,
    },
    target,
    features: result.features.map(({ column, as }) => ({ name: column, description: as })),
    metrics: [...metricsOf(result.train, 'training rows'), ...metricsOf(result.reference, 'reference rows')],
    limits: limitsOf(result),
    training: { kind: result.kind, ...settings, trainedBy: `driftglass ${version}`, modelSha256: result.sha256 },
  };
  return stringify(card, { lineWidth: 0 }) + forTheOwner;
}
