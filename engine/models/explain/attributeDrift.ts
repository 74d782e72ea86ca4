import type { ColumnAttribution, DriftAttribution } from '#shared/domain/explanation.ts';
import type { DataSource } from '#shared/domain/dataset.ts';
import { seededRandom } from '#shared/lib/random.ts';
import type { JobContext } from '../../jobs/pacer.ts';
import { meanAndError } from '../../stats/meanAndError.ts';
import { sampleIndexes } from '../../stats/sampleIndexes.ts';
import { shuffledIndexes } from '../../stats/shuffledIndexes.ts';
import { columnShift } from './columnShift.ts';
import { contributionsOf, summariseContributions } from './contributions.ts';
import type { ExplainedModel } from './explainedModel.ts';
import { stage } from './explainModel.ts';
import { headOf, type Head } from './head.ts';
import { withExplained, type DrawnSample, type ExplainRequest } from './openExplained.ts';
import { pickRows } from './readRows.ts';
import { shapleyOfPairs, type KnownRows, type RowPair } from './shapleyOfPairs.ts';

export interface AttributeRequest extends Omit<ExplainRequest, 'background'> {
  readonly reference: DataSource;
  /** Rows drawn a side. */
  readonly rows: number;
  readonly permutations: number;
}

/** Rows a side that the importance of columns rests on. */
const importanceRows = 100;

/** What each column adds to the change of the mean prediction. */
export interface Attribution {
  /** By column, in the order of the model's. */
  readonly columns: readonly { readonly attribution: number; readonly error: number }[];
}

/** As many rows of a sample, drawn anew where it has more. */
function cut<T extends DrawnSample>(sample: T, rows: number, random: () => number): DrawnSample {
  if (sample.rows === rows) return sample;
  const kept = [...sampleIndexes(sample.rows, rows, random)];
  const predictions = sample.predictions.map((values) => Float64Array.from(kept, (i) => values[i]!));
  return { ...pickRows(sample, kept), predictions, drawn: { ...sample.drawn, rows } };
}

/**
 * Shapley values over columns of the change from rows of the reference to as many of current: rows are paired at random, and
 * in each pair the columns go over from one row to the other. By explained number; the attributions sum to the mean change.
 */
export async function attribute(
  model: ExplainedModel,
  { reference, current, permutations, seed }: { reference: KnownRows; current: KnownRows; permutations: number; seed: number },
  progress: (share: number) => void,
): Promise<Attribution[]> {
  const random = seededRandom(seed);
  const partners = shuffledIndexes(current.rows, random);
  const pairs = Array.from({ length: reference.rows }, (_, i): RowPair => [i, partners[i]!]);
  const shares = model.plan.numbers.map(() => model.players.map(() => new Float64Array(pairs.length)));
  await shapleyOfPairs(model, { start: reference, end: current, pairs, permutations, random }, (pair, found) => {
    found.forEach((values, number) => values.forEach((value, column) => (shares[number]![column]![pair] = value)));
    if (pair % 50 === 49) progress((pair + 1) / pairs.length);
  });
  return shares.map((columns) => ({
    columns: columns.map((values) => {
      const { mean, error } = meanAndError(values);
      return { attribution: mean, error };
    }),
  }));
}

function rank(columns: readonly Omit<ColumnAttribution, 'risk' | 'reasons'>[]): ColumnAttribution[] {
  return columns
    .map((each): ColumnAttribution => {
      if (each.shift === null) return { ...each, risk: null, reasons: { shift: 'no-valid-values', risk: 'no-valid-values' } };
      return { ...each, risk: each.shift * each.importance, reasons: {} };
    })
    .sort((a, b) => Math.abs(b.attribution) - Math.abs(a.attribution));
}

/** Share of mean |SHAP| by column, by explained number: current rows against rows of the reference. */
async function importances(
  model: ExplainedModel,
  [reference, current]: readonly [DrawnSample, DrawnSample],
  seed: number,
  progress: (share: number) => void,
): Promise<Map<string, number>[]> {
  const most = Math.min(importanceRows, reference.rows);
  const random = seededRandom(seed);
  const [background, rows] = [cut(reference, most, random), cut(current, most, random)];
  const found = await contributionsOf(model, { rows, background, permutations: 1, seed, progress });
  return found.values.map((values) => new Map(summariseContributions(model, values).map(({ column, share }) => [column, share])));
}

/**
 * How much of the change of the mean prediction each column explains, and which columns both moved and matter.
 * Throws E_MODEL_…, E_FILE_…, E_COLUMN_UNKNOWN, E_CLASS_UNKNOWN, E_CANCELLED.
 */
export async function attributeDrift(request: AttributeRequest, head: Head, context: JobContext): Promise<DriftAttribution> {
  return withExplained({ ...request, background: request.reference }, context, async (open) => {
    const { model, data, background } = open;
    const { seed, permutations } = request;
    context.progress({ share: 0, message: 'Reading rows' });
    const drawn = [await open.draw(background, request.rows, seed + 1), await open.draw(data, request.rows, seed)] as const;
    const rows = Math.min(drawn[0].rows, drawn[1].rows);
    const random = seededRandom(seed + 2);
    const [reference, current] = [cut(drawn[0], rows, random), cut(drawn[1], rows, random)];
    const found = await attribute(model, { reference, current, permutations, seed }, stage(context, 0.05, 0.7, 'Moving columns'));
    const importance = await importances(model, [reference, current], seed, stage(context, 0.7, 1, 'Taking predictions apart'));
    const shifts = model.players.map((player) => columnShift(model, player, reference, current));
    return {
      kind: 'drift',
      ...headOf(open, head),
      reference: reference.drawn,
      current: current.drawn,
      permutations,
      numbers: model.plan.numbers.map((number, i) => {
        const before = meanAndError(reference.predictions[i]!);
        const after = meanAndError(current.predictions[i]!);
        return {
          ...number,
          reference: before.mean,
          current: after.mean,
          change: after.mean - before.mean,
          error: Math.hypot(before.error, after.error),
          columns: rank(
            model.players.map(({ column }, player) => ({
              column,
              ...found[i]!.columns[player]!,
              importance: importance[i]!.get(column)!,
              shift: shifts[player]!,
            })),
          ),
        };
      }),
    };
  });
}
