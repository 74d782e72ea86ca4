import { AppError } from '#shared/errors/AppError.ts';
import type { Contribution, RowExplanation } from '#shared/domain/explanation.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import type { JobContext } from '../../jobs/pacer.ts';
import { changeRow, givenRow, type GivenValue } from './changeRow.ts';
import { contributionsOf } from './contributions.ts';
import type { ExplainedModel } from './explainedModel.ts';
import { stage } from './explainModel.ts';
import { headOf, type Head } from './head.ts';
import { withExplained, type ExplainRequest, type OpenExplained } from './openExplained.ts';
import { shownCell } from './partialDependence.ts';
import { describeRows, type ReadRows } from './readRows.ts';

export interface ExplainRowRequest extends ExplainRequest {
  /** Its number in the data, from 1; null: all values are given. */
  readonly row: number | null;
  /** Values that are set in place of those of the row. */
  readonly values: Readonly<Record<string, GivenValue>>;
  readonly backgroundRows: number;
  readonly permutations: number;
}

async function rowOf({ data, read }: OpenExplained, row: number): Promise<ReadRows> {
  if (row > data.numberOfRows) {
    const message = `There is no row ${formatCount(row)}: ${data.source.name} has ${formatCount(data.numberOfRows)}.`;
    throw new AppError('E_USAGE', message, { subject: { path: data.source.path } });
  }
  return read(data, Float64Array.of(row - 1));
}

interface Predicted {
  readonly numbers: readonly number[];
  readonly label: string | null;
}

async function predict({ scorer, plan, score }: ExplainedModel, row: ReadRows): Promise<Predicted> {
  const cells = await score(row);
  const numbers = plan.readNumbers(cells).map((values) => values[0]!);
  if (numbers.every(Number.isFinite)) return { numbers, label: scorer.task === 'regression' ? null : plan.readLabels(cells)![0]! };
  throw new AppError('E_MODEL_VALUES', `The model gives no finite number for this row: ${numbers.join(', ')}.`);
}

function contributionList(model: ExplainedModel, row: ReadRows, values: Float64Array, errors: Float64Array): Contribution[] {
  return model.players
    .map(({ column, features }, i) => ({
      column,
      value: shownCell(row.columns[features[0]!]![0]),
      contribution: values[i]!,
      error: errors[i]!,
    }))
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
}

/**
 * Takes the prediction of one row apart, as it stands in the data or with some values set anew.
 * Throws E_USAGE where there is no such row, E_COLUMN_UNKNOWN, E_MODEL_VALUES, E_CLASS_UNKNOWN, E_CANCELLED.
 */
export async function explainRow(request: ExplainRowRequest, head: Head, context: JobContext): Promise<RowExplanation> {
  return withExplained(request, context, async (open) => {
    const { model, data, background } = open;
    const { settings, values } = request;
    const asked = request.row === null ? givenRow(model, values, settings) : await rowOf(open, request.row);
    const { row, changed } = request.row === null ? { row: asked, changed: [] } : changeRow(model, asked, values, settings);
    const before = changed.length === 0 ? null : await predict(model, asked);
    const now = await predict(model, row);
    const usual = await open.draw(background, request.backgroundRows, request.seed + 1);
    const found = await contributionsOf(model, {
      rows: { ...row, predictions: now.numbers.map((value) => Float64Array.of(value)) },
      background: usual,
      permutations: request.permutations,
      seed: request.seed,
      progress: stage(context, 0.1, 1, 'Taking the prediction apart'),
    });
    return {
      kind: 'row',
      ...headOf(open, head),
      data: request.row === null ? null : describeRows(data, 1, 0),
      background: usual.drawn,
      permutations: request.permutations,
      row: request.row,
      changed,
      label: now.label,
      labelBefore: before?.label ?? null,
      numbers: model.plan.numbers.map((number, i) => ({
        ...number,
        base: found.base[i]!,
        prediction: now.numbers[i]!,
        before: before?.numbers[i] ?? null,
        contributions: contributionList(model, row, found.values[i]![0]!, found.errors[i]![0]!),
      })),
    };
  });
}
