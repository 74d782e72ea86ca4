import type { TrainingRequest } from '#shared/domain/training.ts';
import type { Pacer } from '../../jobs/pacer.ts';
import { encodeParts, type Encoded, type EncodingRules } from './encodeParts.ts';
import type { Fitted } from './fitted.ts';
import { trainLinear } from './linearModel.ts';
import { trainLogistic } from './logisticModel.ts';
import type { Target } from './readTarget.ts';
import { trainTrees } from './treeModel.ts';
import { impossible, type TableColumn } from './trainingTable.ts';

export interface FitRequest {
  readonly request: TrainingRequest;
  readonly target: Target;
  /** The rows that are learned from; each has a target. */
  readonly rows: Uint32Array;
}

/** For models that add up: each category is a number of its own. */
const addedUp: EncodingRules = { mostCategories: 200, mostWidth: 1000, missingNumbers: 'the mean of the others stands for them' };

/** For trees: a category is a place in an order. */
const cut: EncodingRules = { mostCategories: 10_000, mostWidth: null, missingNumbers: 'each tree sends them the way that served best' };

/** Classes must occur in the training rows, or there is nothing to tell apart. */
function checkClasses(target: Target, rows: Uint32Array, name: string): void {
  if (target.as === 'number') return;
  const seen = new Set<number>();
  for (const row of rows) seen.add(target.codes[row]!);
  if (seen.size < 2)
    throw impossible(`The target ${name} has only one class in the training rows, ${target.classes[[...seen][0]!]}.`, name);
}

function trainer({ request, target, rows }: FitRequest, { parts }: Encoded): Generator<void, Fitted, void> {
  const name = request.target;
  if (request.kind === 'linear') {
    if (target.as !== 'number') throw impossible(`A linear model predicts numbers, and ${name} holds classes.`, name);
    return trainLinear(parts, rows, target.values);
  }
  checkClasses(target, rows, name);
  if (request.kind === 'logistic') {
    if (target.as !== 'category') throw impossible(`Logistic regression tells classes apart, and ${name} holds numbers.`, name);
    return trainLogistic(parts, rows, target, request.strength);
  }
  if (target.as === 'category' && target.classes.length > 2)
    throw impossible(
      `The target ${name} has ${target.classes.length} classes; boosted trees tell two apart. For more take --kind logistic.`,
      name,
    );
  return trainTrees(parts, rows, target);
}

/** Trains the kind of model that was asked for. Throws E_TRAINING_DATA where there is nothing to be learned. */
export async function fitModelOfKind(
  features: readonly TableColumn[],
  asked: FitRequest,
  pacer: Pacer,
): Promise<{ fitted: Fitted; notes: readonly string[] }> {
  const encoded = encodeParts(features, asked.rows, asked.request.kind === 'boosted-trees' ? cut : addedUp);
  return { fitted: await pacer.run(trainer(asked, encoded)), notes: encoded.notes };
}
