import type { ColumnProfile } from '#shared/domain/profile.ts';
import type { Side } from '#shared/domain/dataset.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import { streamRows } from '../data/evidence/rowBlocks.ts';
import type { Database } from '../data/openDuckDb.ts';
import { rankedColumn, type RankedColumn } from '../stats/rankedColumn.ts';
import { categoryCodes, type CategoryCodes } from './categoryCodes.ts';
import { CoMoments, type Scale } from './coMoments.ts';
import { readMatrix } from './readMatrix.ts';
import { categoryExpression } from './relationSql.ts';
import type { RelationWork, SharedColumn } from './relationWork.ts';

/** Columns with more categories than this are left out: nearly every row would have a cell of its own. */
export const mostCategories = 1000;
/** Products of values in the exact pass over all rows, some minute of work; beyond, Pearson is of the sample too. */
const mostProducts = 4e10;

/** What one side gives for its pairs. */
export interface CorrelationSide {
  readonly moments: CoMoments;
  readonly exact: boolean;
  /** Values by column of numbers and row. */
  readonly numbers: readonly Float64Array[];
  readonly ranks: readonly RankedColumn[];
  /** null: too many categories. */
  readonly categories: readonly (CategoryCodes | null)[];
  readonly rows: number;
}

export interface SideRequest {
  readonly side: Side;
  readonly numeric: readonly SharedColumn[];
  readonly categorical: readonly SharedColumn[];
  readonly most: number;
}

function scaleOf(profile: ColumnProfile | null): Scale {
  const usable = (value: number | null | undefined): value is number => typeof value === 'number' && Number.isFinite(value);
  const { mean, standardDeviation } = profile ?? {};
  const spread = usable(standardDeviation) && standardDeviation > 0 ? standardDeviation : 1;
  return { centre: usable(mean) ? mean : 0, spread };
}

/** Reads one side: Pearson's sums of every row, ranks and categories of the rows that fit into memory. */
export async function readCorrelationSide(work: RelationWork, database: Database, request: SideRequest): Promise<CorrelationSide> {
  const { side, numeric, categorical, most } = request;
  const { settings, context, pacer } = work;
  const dataset = work.datasets[side];
  const numbers = numeric.map((column) => numberExpression(column[side], 'numeric'));
  const labels = categorical.map((column) => categoryExpression(column[side], settings));
  const moments = new CoMoments(numeric.map(({ report }) => scaleOf(report[side])));
  const sampled = dataset.numberOfRows > most;
  const exact = !sampled || (dataset.numberOfRows * numbers.length * (numbers.length - 1)) / 2 <= mostProducts;
  if (sampled && exact && numbers.length > 1) {
    const stream = { view: dataset.view, expressions: numbers, sample: null };
    await database.using(context.signal, (connection) => streamRows(connection, stream, (block) => moments.push(block), pacer));
  }
  const both = sampled && exact ? undefined : moments.push.bind(moments);
  const matrix = await readMatrix(database, { dataset, expressions: [...numbers, ...labels], most }, work, both);
  const ranks: RankedColumn[] = [];
  for (let i = 0; i < numbers.length; i++) {
    ranks.push(rankedColumn(matrix.columns[i]!));
    await pacer.pause();
  }
  const categories: (CategoryCodes | null)[] = [];
  for (let i = 0; i < labels.length; i++) {
    categories.push(categoryCodes(matrix.columns[numbers.length + i]!, mostCategories));
    await pacer.pause();
  }
  return { moments, exact, numbers: matrix.columns.slice(0, numbers.length), ranks, categories, rows: matrix.rows };
}
