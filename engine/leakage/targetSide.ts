import type { Side } from '#shared/domain/dataset.ts';
import type { TargetLeakageSection } from '#shared/domain/leakage.ts';
import type { AbsenceReason } from '#shared/domain/profile.ts';
import type { Database } from '../data/openDuckDb.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import type { MetricValue } from '../metrics/defineMetric.ts';
import { categoryCodes } from '../relations/categoryCodes.ts';
import { readMatrix, rowsThatFit } from '../relations/readMatrix.ts';
import { categoryExpression } from '../relations/relationSql.ts';
import type { RelationWork, SharedColumn } from '../relations/relationWork.ts';
import { predictivePower, type PredictionRows } from '../stats/predictivePower.ts';
import { rankedColumn } from '../stats/rankedColumn.ts';

const fewestRows = 50;
const mostBins = 64;
const rowsPerBin = 20;
const mostClasses = 50;

export interface LeakageRequest {
  readonly side: Side;
  readonly target: SharedColumn;
  readonly targetIs: 'number' | 'classes';
  readonly features: readonly SharedColumn[];
}

type Target = Pick<PredictionRows, 'target' | 'classes'> & { readonly rows: number };

/** Numbers by twice their middle rank, centred: the same for every scale, not ruled by the largest, and exact in sums. */
function byRank(values: Float64Array): Target {
  const { level, counts, order } = rankedColumn(values);
  const ranks = new Float64Array(counts.length);
  let below = 0;
  counts.forEach((count, at) => {
    ranks[at] = 2 * below + count - order.length;
    below += count;
  });
  return { target: Float64Array.from(level, (at) => (at < 0 ? Number.NaN : ranks[at]!)), classes: null, rows: order.length };
}

function byClass(values: Float64Array): Target | null {
  const found = categoryCodes(values, mostClasses);
  if (found === null) return null;
  const target = Float64Array.from(found.codes, (code) => (code < 0 ? Number.NaN : code));
  return { target, classes: found.levels, rows: target.reduce((sum, code) => sum + (Number.isNaN(code) ? 0 : 1), 0) };
}

type Binned = Pick<PredictionRows, 'bins' | 'numberOfBins'>;

/** Bins of about equally many rows; of few distinct values, one each. Rows without a value have a bin of their own. */
function binNumbers(values: Float64Array): Binned {
  const { level, counts, order } = rankedColumn(values);
  const most = Math.max(2, Math.min(mostBins, Math.floor(order.length / rowsPerBin)));
  const binOf = new Int32Array(counts.length);
  let below = 0;
  counts.forEach((count, at) => {
    binOf[at] = counts.length <= most ? at : Math.min(most - 1, Math.floor(((below + count / 2) / order.length) * most));
    below += count;
  });
  const numberOfBins = Math.min(counts.length, most) + 1;
  return { bins: Int32Array.from(level, (at) => (at < 0 ? numberOfBins - 1 : binOf[at]!)), numberOfBins };
}

function binCategories(values: Float64Array): Binned {
  const { codes, levels } = categoryCodes(values, Number.POSITIVE_INFINITY)!;
  return { bins: codes.map((code) => (code < 0 ? levels : code)), numberOfBins: levels + 1 };
}

export interface LeakageSide {
  /** By feature, in the order of the request. */
  readonly powers: readonly MetricValue[];
  readonly used: TargetLeakageSection['rows'][Side];
}

const absent = (request: LeakageRequest, none: AbsenceReason): MetricValue[] => request.features.map(() => ({ none }));

/** Measures every feature of one side against its target. */
export async function measureLeakageSide(work: RelationWork, database: Database, request: LeakageRequest): Promise<LeakageSide> {
  const { side, target, targetIs, features } = request;
  const dataset = work.datasets[side];
  const expressionOf = (column: SharedColumn, isNumber: boolean): string => {
    const kind = column.report.kind === 'datetime' ? 'datetime' : 'numeric';
    return isNumber ? numberExpression(column[side], kind) : categoryExpression(column[side], work.settings);
  };
  const isNumber = ({ report }: SharedColumn): boolean => report.kind !== 'categorical';
  const expressions = [expressionOf(target, targetIs === 'number'), ...features.map((column) => expressionOf(column, isNumber(column)))];
  const most = rowsThatFit(expressions.length);
  const matrix = await readMatrix(database, { dataset, expressions, most }, work);
  const used = (rows: number): LeakageSide['used'] => ({ rows, of: dataset.numberOfRows, sampled: dataset.numberOfRows > most });
  const values = matrix.columns[0]!;
  const known = targetIs === 'number' ? byRank(values) : byClass(values);
  if (known === null) return { powers: absent(request, 'beyond-limit'), used: used(matrix.rows) };
  if (known.rows < fewestRows)
    return { powers: absent(request, known.rows === 0 ? 'no-valid-values' : 'too-few-rows'), used: used(known.rows) };
  const powers: MetricValue[] = [];
  for (const [place, column] of features.entries()) {
    const binned = (isNumber(column) ? binNumbers : binCategories)(matrix.columns[place + 1]!);
    powers.push(predictivePower({ ...binned, ...known }) ?? { none: targetIs === 'classes' ? 'one-class' : 'constant' });
    await work.pacer.pause();
  }
  return { powers, used: used(known.rows) };
}
