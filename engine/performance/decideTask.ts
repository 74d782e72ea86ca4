import type { PerformanceTask } from '#shared/domain/performance.ts';
import type { NumberFacts } from '../data/evidence/numberFacts.ts';
import type { FamilyGroup } from '../data/sqlTypes.ts';
import type { PredictionForm } from './gatherClasses.ts';

/** What the rule may look at: a column of both sides together. */
export interface RoleFacts {
  readonly group: FamilyGroup;
  /** For numbers; `values` is null where there are more than `mostClasses` or where they are not whole. */
  readonly numbers: NumberFacts | null;
}

/** The predictions, as they are named. */
export interface NamedPredictions {
  readonly prediction: RoleFacts | null;
  /** How many classes have a column of probabilities. */
  readonly probabilities: number;
}

export type TaskDecision =
  | { readonly task: 'regression'; readonly reason: string }
  | { readonly task: 'classification'; readonly reason: string; readonly form: PredictionForm }
  | { readonly task: null; readonly sentence: string };

/** Whole targets with more distinct values are numbers to be hit, not classes. */
export const mostClasses = 10;

type Guess = { readonly task: PerformanceTask; readonly reason: string };

function inUnitRange({ numbers }: RoleFacts): boolean {
  return numbers !== null && numbers.min >= 0 && numbers.max <= 1;
}

function guess(target: RoleFacts, prediction: RoleFacts): Guess {
  if (target.group !== 'number') return { task: 'classification', reason: 'the target holds classes, not numbers.' };
  const values = target.numbers?.values ?? null;
  if (target.numbers?.whole !== true) return { task: 'regression', reason: 'the target holds fractions.' };
  if (values === null) return { task: 'regression', reason: `the target is a number with more than ${mostClasses} distinct values.` };
  const few = `the target has ${values.length} distinct whole values`;
  if (prediction.group !== 'number') return { task: 'classification', reason: `${few}, and the prediction holds classes.` };
  if (prediction.numbers?.whole === true && prediction.numbers.values !== null)
    return { task: 'classification', reason: `${few}, and the prediction has ${prediction.numbers.values.length}.` };
  if (values.length <= 2 && inUnitRange(prediction))
    return { task: 'classification', reason: `${few}, and every prediction is in [0, 1].` };
  return { task: 'regression', reason: `${few}, but the prediction holds other numbers.` };
}

/** Whether the prediction names classes or gives the probability of one. */
function predictionForm(target: RoleFacts, prediction: RoleFacts): 'labels' | 'probability' | null {
  if (prediction.group !== 'number') return 'labels';
  if (target.group === 'number' && prediction.numbers?.whole === true) return 'labels';
  return inUnitRange(prediction) ? 'probability' : null;
}

function guessNamed(target: RoleFacts, { prediction, probabilities }: NamedPredictions): Guess {
  if (probabilities > 0) return { task: 'classification', reason: 'columns of probabilities are named.' };
  if (prediction === null) throw new Error('neither a prediction nor a probability is named');
  return guess(target, prediction);
}

/** What predicts: labels where there are any, else probabilities. */
function formOf(target: RoleFacts, { prediction, probabilities }: NamedPredictions): { form: PredictionForm } | { sentence: string } {
  if (prediction === null) return { form: probabilities > 2 ? 'probabilities' : 'probability' };
  const form = predictionForm(target, prediction);
  if (form === null) return { sentence: 'the prediction is neither one of the classes nor a probability in [0, 1].' };
  if (form === 'probability' && probabilities > 0)
    return {
      sentence:
        'the prediction is a probability, and so are other columns that are named; name the prediction only where it holds classes.',
    };
  return { form };
}

/**
 * The one rule for the task, first match wins: the user's word; named columns of probabilities are of classes; a target of text
 * or truth values is classes; a target with fractions or with more than ten whole values is a number; one with few whole values
 * is classes where the prediction also is, or where it is a probability beside two classes. docs/metrics/README.md says it in full.
 */
export function decideTask(chosen: PerformanceTask | null, target: RoleFacts, named: NamedPredictions): TaskDecision {
  const { prediction } = named;
  for (const [name, group] of [
    ['target', target.group],
    ['prediction', prediction?.group],
  ] as const) {
    if (group === 'unsupported' || group === 'time') return { task: null, sentence: `the ${name} holds neither numbers nor classes.` };
  }
  const { task, reason } = chosen === null ? guessNamed(target, named) : { task: chosen, reason: 'chosen by the user.' };
  if (task === 'regression') {
    const numbers = target.group === 'number' && prediction?.group === 'number';
    return numbers ? { task, reason } : { task: null, sentence: 'regression needs a target and a prediction that are numbers.' };
  }
  const found = formOf(target, named);
  return 'form' in found ? { task, reason, form: found.form } : { task: null, sentence: found.sentence };
}
