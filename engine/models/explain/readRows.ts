import type { DrawnRows } from '#shared/domain/explanation.ts';
import type { ScoringSettings } from '#shared/domain/model.ts';
import type { OpenDataset } from '../../data/dataset.ts';
import { streamFeatures, type BlockColumn, type BlockValues, type FeatureBlock } from '../../data/featureBlocks.ts';
import type { Database } from '../../data/openDuckDb.ts';
import type { Pacer } from '../../jobs/pacer.ts';
import type { FeatureColumn, FeatureRows } from '../scoring/batchScorer.ts';
import { storageFor, toCells, type MissingRule } from '../scoring/toCells.ts';
import { makeCells, type Cells } from '../tensors.ts';

/** Rows of a data set in memory, as the model takes them. */
export interface ReadRows extends FeatureRows {
  /** Their places among all rows, from 0. */
  readonly places: Float64Array;
  /** What the target says, where it was read; null is missing. */
  readonly target: (number | string | null)[] | null;
}

export interface RowsRequest {
  readonly dataset: OpenDataset;
  readonly features: readonly FeatureColumn[];
  readonly settings: Pick<ScoringSettings, 'nulls' | 'fill'>;
  /** Places of the rows to read, ascending. */
  readonly places: Float64Array;
  /** A column to read beside the features. */
  readonly target: string | null;
}

interface ReadContext {
  readonly database: Database;
  readonly signal: AbortSignal;
  readonly pacer: Pacer;
}

const blockRows = 8192;

/** The cell of one value. Row by row, so that a message names the row of the data. */
function putCell(
  cells: Cells,
  at: number,
  feature: FeatureColumn,
  block: BlockValues,
  from: number,
  place: number,
  rule: MissingRule,
): void {
  const { values, present } = block;
  const one = { values: values.slice(from, from + 1), present: present.slice(from, from + 1) };
  (cells as unknown[])[at] = toCells(feature, one, 1, place, rule)[0];
}

function targetValue({ values, present }: BlockValues, at: number): number | string | null {
  const value = values[at]!;
  if (present[at] === 0 || Number.isNaN(value)) return null;
  return typeof value === 'bigint' ? Number(value) : value;
}

/**
 * Reads some rows of a data set, in their order, in one pass; only those are held. Missing values are handled as in scoring.
 * Throws E_MODEL_VALUES.
 */
export async function readRows(request: RowsRequest, { database, signal, pacer }: ReadContext): Promise<ReadRows> {
  const { dataset, features, settings, places, target } = request;
  const families = new Map(dataset.columns.map(({ column, family }) => [column, family]));
  const columns: BlockColumn[] = features.map(({ column, kind }) => ({ column, storage: storageFor(kind, families.get(column)!) }));
  if (target !== null) {
    const family = families.get(target)!;
    columns.push({ column: target, storage: family === 'text' || family === 'time' ? 'text' : 'double' });
  }
  const cells = features.map(({ kind }) => makeCells(kind, places.length));
  const targets: (number | string | null)[] = [];
  const rule: MissingRule = { policy: settings.nulls, fill: settings.fill, counts: new Map() };
  let next = 0;
  const take = async (block: FeatureBlock): Promise<void> => {
    for (; next < places.length && places[next]! < block.start + block.rows; next += 1) {
      const from = places[next]! - block.start;
      features.forEach((feature, i) => putCell(cells[i]!, next, feature, block.columns[i]!, from, places[next]!, rule));
      if (target !== null) targets.push(targetValue(block.columns[features.length]!, from));
    }
  };
  if (places.length > 0) {
    const skip = places[0]!;
    const most = places.at(-1)! - skip + 1;
    await streamFeatures(database, { view: dataset.view, columns, skip, most, blockRows }, { signal, pacer }, take);
  }
  return { rows: places.length, columns: cells, places, target: target === null ? null : targets };
}

/** Some of the cells, in the order given. */
export function pickCells<T extends Cells>(cells: T, kept: readonly number[]): T {
  if (Array.isArray(cells)) return kept.map((i) => cells[i]!) as T;
  const picked = new (cells.constructor as Float64ArrayConstructor)(kept.length);
  kept.forEach((from, to) => (picked[to] = cells[from] as number));
  return picked as Cells as T;
}

/** Some of the rows, in the order given; one may come more than once. */
export function pickRows(rows: ReadRows, kept: readonly number[]): ReadRows {
  return {
    rows: kept.length,
    columns: rows.columns.map((cells) => pickCells(cells, kept)),
    places: pickCells(rows.places, kept),
    target: rows.target === null ? null : kept.map((i) => rows.target![i]!),
  };
}

export function describeRows(dataset: OpenDataset, rows: number, leftOut: number): DrawnRows {
  return { name: dataset.source.name, path: dataset.source.path, numberOfRows: dataset.numberOfRows, rows, leftOut };
}
