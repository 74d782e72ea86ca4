import { AppError } from '#shared/errors/AppError.ts';
import type { CellValue, ColumnDependence, DependencePoint } from '#shared/domain/explanation.ts';
import { meanAndError } from '../../stats/meanAndError.ts';
import { quantileOf } from '../../stats/quantile.ts';
import type { FeatureRows } from '../scoring/batchScorer.ts';
import { integerRange, makeCells } from '../tensors.ts';
import type { ExplainedModel, Player } from './explainedModel.ts';

/** A value that a column is set to: as shown, and as its features hold it. */
export interface GridPoint {
  readonly at: number | string;
  readonly cells: readonly (number | bigint | string)[];
}

/** A cell as people read it; null is missing. */
export function shownCell(value: unknown): CellValue {
  if (typeof value === 'string') return value === '' ? null : value;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

function categories(values: readonly string[], most: number): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([value]) => value);
}

/** Distinct values where they are few, else quantiles at equal steps from the least to the largest. */
export function numericGrid(values: Float64Array, most: number, whole: boolean): number[] {
  const sorted = values.filter(Number.isFinite).sort();
  const distinct = [...new Set(sorted)];
  if (distinct.length <= most) return distinct;
  const steps = Array.from({ length: most }, (_, i) => quantileOf(sorted, i / (most - 1))!);
  return [...new Set(whole ? steps.map(Math.round) : steps)];
}

/** The values at which the curve of a column is worked out: quantiles, or categories by how often they occur. */
export function gridFor(model: ExplainedModel, { features }: Player, rows: FeatureRows, most: number): GridPoint[] {
  const kinds = features.map((feature) => model.features[feature]!.kind);
  const text = kinds.findIndex((kind) => kind === 'string');
  if (text !== -1) {
    const values = rows.columns[features[text]!] as string[];
    return categories(values, most).map((at) => ({ at, cells: kinds.map((kind) => (kind === 'string' ? at : Number(at))) }));
  }
  const large = (kind: string): boolean => kind === 'int64' || kind === 'uint64';
  const values = Float64Array.from(rows.columns[features[0]!] as ArrayLike<number | bigint>, Number);
  const whole = kinds.some((kind) => kind === 'bool' || integerRange(kind) !== null);
  return numericGrid(values, most, whole).map((at) => ({ at, cells: kinds.map((kind) => (large(kind) ? BigInt(at) : at)) }));
}

/** The rows with one column set to one value throughout. */
function withValue(model: ExplainedModel, rows: FeatureRows, { features }: Player, point: GridPoint): FeatureRows {
  const columns = [...rows.columns];
  features.forEach((feature, i) => {
    const cells = makeCells(model.features[feature]!.kind, rows.rows);
    (cells as unknown as { fill(value: unknown): void }).fill(point.cells[i]);
    columns[feature] = cells;
  });
  return { rows: rows.rows, columns };
}

function pointOf(at: number | string, values: Float64Array): DependencePoint | null {
  const finite = values.filter(Number.isFinite).sort();
  if (finite.length === 0) return null;
  return { at, mean: meanAndError(finite).mean, low: quantileOf(finite, 0.1)!, high: quantileOf(finite, 0.9)! };
}

/** Partial dependence on one column at given values: the mean prediction when every row has that value, and a band of single rows. */
export async function dependenceAt(
  model: ExplainedModel,
  player: Player,
  rows: FeatureRows,
  grid: readonly GridPoint[],
): Promise<ColumnDependence['numbers']> {
  const { numbers } = model.plan;
  const points: DependencePoint[][] = numbers.map(() => []);
  for (const point of grid) {
    const predicted = await model.predict(withValue(model, rows, player, point));
    predicted.forEach((values, number) => {
      const found = pointOf(point.at, values);
      if (found !== null) points[number]!.push(found);
    });
  }
  return numbers.map((number, i) => ({ ...number, points: points[i]! }));
}

/** Curves of some columns. A column that the model fails on has a sentence in place of a curve. Throws E_CANCELLED. */
export async function partialDependence(
  model: ExplainedModel,
  players: readonly Player[],
  { rows, gridSize, progress }: { readonly rows: FeatureRows; readonly gridSize: number; readonly progress: (share: number) => void },
): Promise<ColumnDependence[]> {
  const found: ColumnDependence[] = [];
  for (const player of players) {
    const kind = player.features.some((feature) => model.features[feature]!.kind === 'string') ? 'categorical' : 'numeric';
    const about = { column: player.column, kind, rows: rows.rows } as const;
    try {
      const grid = gridFor(model, player, rows, gridSize);
      const problem = grid.length === 0 ? 'The column has no value in these rows.' : null;
      found.push({ ...about, numbers: await dependenceAt(model, player, rows, grid), problem });
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'E_CANCELLED') throw error;
      found.push({ ...about, numbers: [], problem: error.message });
    }
    progress(found.length / players.length);
  }
  return found;
}
