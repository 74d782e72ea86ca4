import type { TrainingRequest } from '#shared/domain/training.ts';
import type { Pacer } from '../../jobs/pacer.ts';
import { encodeParts, type Encoded, type EncodingRules } from './encodeParts.ts';
import type { Fitted } from './fitted.ts';
import { trainLinear } from './linearModel.ts';
import type { Target } from './readTarget.ts';
import { impossible, type TableColumn } from './trainingTable.ts';

export interface FitRequest {
  readonly request: TrainingRequest;
  readonly target: Target;
  /** The rows that are learned from; each has a target. */
  readonly rows: Uint32Array;
}

/** For models that add up: each category is a number of its own. */
const added: EncodingRules = { mostCategories: 200, mostWidth: 2000, missingNumbers: 'the mean of the others stands for them' };

async function linear(features: readonly TableColumn[], { request, target, rows }: FitRequest, pacer: Pacer): Promise<Made> {
  if (target.as !== 'number') throw impossible(`A linear model predicts numbers, and ${request.target} holds classes.`, request.target);
  const encoded = encodeParts(features, rows, added);
  return { encoded, fitted: await pacer.run(trainLinear(encoded.parts, rows, target.values)) };
}

interface Made {
  readonly encoded: Encoded;
  readonly fitted: Fitted;
}

/** Trains the kind of model that was asked for. Throws E_TRAINING_DATA where there is nothing to be learned. */
export async function fitModelOfKind(
  features: readonly TableColumn[],
  asked: FitRequest,
  pacer: Pacer,
  progress: (share: number) => void,
): Promise<{ fitted: Fitted; notes: readonly string[] }> {
  const { encoded, fitted } = await linear(features, asked, pacer);
  progress(1);
  return { fitted, notes: encoded.notes };
}
