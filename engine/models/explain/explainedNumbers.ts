import { AppError } from '#shared/errors/AppError.ts';
import type { ExplainedNumber } from '#shared/domain/explanation.ts';
import { nearNames } from '#shared/lib/nearNames.ts';
import { positiveClass } from '../../performance/positiveClass.ts';
import type { BatchScorer } from '../scoring/batchScorer.ts';
import type { Cells } from '../tensors.ts';

/** What of a model's predictions is explained, and how it is read from them. */
export interface NumberPlan {
  readonly numbers: readonly ExplainedNumber[];
  /** One array a number. */
  readNumbers(cells: readonly Cells[]): Float64Array[];
  /** The predicted classes as text; null for a regression. */
  readLabels(cells: readonly Cells[]): string[] | null;
  /** Classes of the model, as far as they are known, in its order. */
  readonly classes: readonly string[];
  /** By class the place of its probability among the predictions. */
  readonly probabilities: ReadonlyMap<string, number>;
}

interface Source extends ExplainedNumber {
  read(cells: readonly Cells[]): Float64Array;
}

const numbersAt =
  (index: number) =>
  (cells: readonly Cells[]): Float64Array =>
    Float64Array.from(cells[index] as Float64Array);

const isFraction = ({ type }: BatchScorer['predictions'][number]): boolean => type === 'FLOAT' || type === 'DOUBLE';

function unknownClass(asked: string, classes: readonly string[]): AppError {
  const near = nearNames(asked, classes);
  const hint = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ` It has ${classes.slice(0, 10).join(', ')}.`;
  return new AppError('E_CLASS_UNKNOWN', `The model has no class ${asked}.${classes.length === 0 ? '' : hint}`);
}

function regressionSources({ predictions }: BatchScorer, asked: string | null): Source[] {
  const fractions = predictions.flatMap((column, index) => (isFraction(column) ? [{ ...column, index }] : []));
  const main = fractions.filter(({ role }) => role === 'prediction');
  const sources = (main.length > 0 ? main : fractions).map(({ column, index }): Source => ({
    name: column,
    kind: 'prediction',
    class: null,
    read: numbersAt(index),
  }));
  if (asked === null) return sources;
  const chosen = sources.filter(({ name }) => name === asked);
  if (chosen.length > 0) return chosen;
  throw new AppError('E_CLASS_UNKNOWN', `The model has no classes; it predicts ${sources.map(({ name }) => name).join(', ')}.`);
}

function probabilitySource(label: string, index: number): Source {
  return { name: label, kind: 'probability', class: label, read: numbersAt(index) };
}

/** The class that a single probability leaves over. */
function complementSource(label: string, index: number): Source {
  const read = (cells: readonly Cells[]): Float64Array => numbersAt(index)(cells).map((value) => 1 - value);
  return { name: label, kind: 'probability', class: label, read };
}

function labelSource(label: string, index: number): Source {
  const read = (cells: readonly Cells[]): Float64Array =>
    Float64Array.from(cells[index] as ArrayLike<unknown>, (value) => (String(value) === label ? 1 : 0));
  return { name: label, kind: 'label', class: label, read };
}

interface Classes {
  readonly labels: readonly string[];
  readonly sourceOf: (label: string) => Source | null;
}

function classesOf({ predictions }: BatchScorer, named: readonly string[] | null): Classes {
  const odds = predictions.flatMap(({ role, class: label }, index) => (role === 'probability' ? [{ label: label!, index }] : []));
  const label = predictions.findIndex(({ role }) => role === 'prediction');
  if (odds.length === 1) {
    const [{ label: one, index }] = odds as [{ label: string; index: number }];
    const other = named?.length === 2 ? named.find((each) => each !== one) : one === '1' ? '0' : undefined;
    const labels = other === undefined ? [one] : [other, one];
    return {
      labels,
      sourceOf: (asked) => (asked === one ? probabilitySource(one, index) : asked === other ? complementSource(asked, index) : null),
    };
  }
  if (odds.length > 1) {
    const indexes = new Map(odds.map((each) => [each.label, each.index]));
    return {
      labels: [...indexes.keys()],
      sourceOf: (asked) => (indexes.has(asked) ? probabilitySource(asked, indexes.get(asked)!) : null),
    };
  }
  return { labels: named ?? [], sourceOf: (asked) => (named === null || named.includes(asked) ? labelSource(asked, label) : null) };
}

function classificationSources({ labels, sourceOf }: Classes, hasOdds: boolean, asked: string | null): Source[] {
  if (asked !== null) {
    const source = sourceOf(asked);
    if (source === null) throw unknownClass(asked, labels);
    return [source];
  }
  if (labels.length === 0) {
    const message = 'The model gives labels only, and its file does not list them. Say which class is explained: --class CLASS.';
    throw new AppError('E_CLASS_UNKNOWN', message);
  }
  const one =
    labels.length <= 2 ? (labels.length === 1 || !hasOdds ? labels.at(-1)! : positiveClass(labels, { chosen: null, named: null })) : null;
  return (one === null ? labels : [one]).map((label) => sourceOf(label)!);
}

/**
 * Chooses the numbers that are explained: the prediction of a regression (each of several); of two classes the probability
 * of the positive one; of more that of each, or of the class that is asked for; of a model with labels only, whether it is
 * that label. Throws E_CLASS_UNKNOWN.
 */
export function planNumbers(scorer: BatchScorer, named: readonly string[] | null, asked: string | null): NumberPlan {
  const { predictions, task } = scorer;
  if (task === 'regression') {
    const sources = regressionSources(scorer, asked);
    return planOf(sources, { classes: [], probabilities: new Map(), readLabels: () => null });
  }
  const classes = classesOf(scorer, named);
  const probabilities = new Map(
    predictions.flatMap(({ role, class: label }, index) => (role === 'probability' ? [[label!, index] as const] : [])),
  );
  const label = predictions.findIndex(({ role }) => role === 'prediction');
  const threshold = (cells: readonly Cells[]): string[] => {
    const [positive, index] = [...probabilities][0]!;
    const other = classes.labels.find((each) => each !== positive) ?? `not ${positive}`;
    return Array.from(cells[index] as Float64Array, (value) => (value >= 0.5 ? positive : other));
  };
  const readLabels = (cells: readonly Cells[]): string[] =>
    label === -1 ? threshold(cells) : Array.from(cells[label] as ArrayLike<unknown>, String);
  const sources = classificationSources(classes, probabilities.size > 0, asked);
  return planOf(sources, { classes: classes.labels, probabilities, readLabels });
}

function planOf(sources: readonly Source[], rest: Pick<NumberPlan, 'classes' | 'probabilities' | 'readLabels'>): NumberPlan {
  return {
    numbers: sources.map(({ name, kind, class: label }) => ({ name, kind, class: label })),
    readNumbers: (cells) => sources.map(({ read }) => read(cells)),
    ...rest,
  };
}
