import { AppError } from '#shared/errors/AppError.ts';
import type { ModelExplanation, PermutationImportance } from '#shared/domain/explanation.ts';
import type { JobContext } from '../../jobs/pacer.ts';
import { meanAndError } from '../../stats/meanAndError.ts';
import { contributionsOf, summariseContributions } from './contributions.ts';
import { headOf, type Head } from './head.ts';
import { truthOf } from './modelMetrics.ts';
import { withExplained, type DrawnSample, type ExplainRequest, type OpenExplained } from './openExplained.ts';
import { partialDependence } from './partialDependence.ts';
import { permutationImportance } from './permutationImportance.ts';

export interface ExplainModelRequest extends ExplainRequest {
  /** Rows whose predictions are taken apart. */
  readonly rows: number;
  readonly backgroundRows: number;
  readonly permutations: number;
  /** Rows that importance and curves rest on. */
  readonly curveRows: number;
  readonly repeats: number;
  readonly metric: string | null;
  readonly gridSize: number;
  /** Curves of so many columns, those that contribute most. */
  readonly curves: number;
}

type Importance = Pick<ModelExplanation, 'importance' | 'importanceProblem'>;

async function importanceOf(open: OpenExplained, sample: DrawnSample, request: ExplainModelRequest): Promise<Importance> {
  const { target, repeats, metric, seed } = request;
  if (target === null || sample.target === null) return { importance: null, importanceProblem: 'No target was named.' };
  try {
    const truth = truthOf(open.model, open.data, { column: target, values: sample.target });
    if (truth.rows.length === 0) return { importance: null, importanceProblem: `The target ${target} has no value in these rows.` };
    const progress = stage(open.context, 0.6, 0.85, 'Shuffling columns');
    const importance: PermutationImportance = await permutationImportance(open.model, {
      rows: sample,
      truth,
      metric,
      repeats,
      seed,
      progress,
    });
    return { importance, importanceProblem: null };
  } catch (error) {
    // What was asked for wrongly is said at once; what the data do not allow leaves the other parts as they are.
    if (!(error instanceof AppError) || error.code === 'E_CANCELLED' || error.code === 'E_USAGE') throw error;
    return { importance: null, importanceProblem: error.message };
  }
}

/** Progress of one part of the work. */
export function stage({ progress }: JobContext, from: number, to: number, message: string): (share: number) => void {
  return (share) => progress({ share: from + (to - from) * share, message });
}

/**
 * Explains a model on a sample of data: mean |SHAP| by column, permutation importance where there is a target, and partial
 * dependence on the columns that contribute most. Throws E_MODEL_…, E_FILE_…, E_COLUMN_UNKNOWN, E_CLASS_UNKNOWN, E_CANCELLED.
 */
export async function explainModel(request: ExplainModelRequest, head: Head, context: JobContext): Promise<ModelExplanation> {
  return withExplained(request, context, async (open) => {
    const { model, data, background } = open;
    context.progress({ share: 0, message: 'Reading rows' });
    const rows = await open.draw(data, request.rows, request.seed);
    const usual = await open.draw(background, request.backgroundRows, request.seed + 1);
    const contributions = await contributionsOf(model, {
      rows,
      background: usual,
      permutations: request.permutations,
      seed: request.seed,
      progress: stage(context, 0, 0.6, 'Taking predictions apart'),
    });
    const numbers = model.plan.numbers.map((number, i) => ({
      ...number,
      base: contributions.base[i]!,
      mean: meanAndError(rows.predictions[i]!).mean,
      columns: summariseContributions(model, contributions.values[i]!),
    }));
    const sample = await open.draw(data, request.curveRows, request.seed + 2);
    const importance = await importanceOf(open, sample, request);
    const order = numbers[0]!.columns.slice(0, request.curves).map(({ column }) => column);
    const players = order.map((column) => model.players.find((player) => player.column === column)!);
    const progress = stage(context, 0.85, 1, 'Following columns');
    const dependence = await partialDependence(model, players, { rows: sample, gridSize: request.gridSize, progress });
    return {
      kind: 'model',
      ...headOf(open, head),
      data: rows.drawn,
      background: usual.drawn,
      permutations: request.permutations,
      target: request.target,
      numbers,
      ...importance,
      dependence,
    };
  });
}
