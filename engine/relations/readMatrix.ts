import type { OpenDataset } from '../data/dataset.ts';
import { streamRows, type RowBlock } from '../data/evidence/rowBlocks.ts';
import type { Database } from '../data/openDuckDb.ts';
import type { JobContext, Pacer } from '../jobs/pacer.ts';

/** Values of one side held at a time: 16 MB, and somewhat more as ranks. */
const mostCells = 2_000_000;
const mostRows = 100_000;
const fewestRows = 1000;
const seed = 20_260_221;

/** Rows of some columns that fit into memory; beyond, a seeded sample of so many is read. */
export function rowsThatFit(columns: number): number {
  return Math.max(fewestRows, Math.min(mostRows, Math.floor(mostCells / Math.max(1, columns))));
}

export interface Matrix {
  /** By column, in the order of the rows; NaN where there is no value. */
  readonly columns: Float64Array[];
  readonly rows: number;
}

/** Reads columns of one side into memory: all rows, or a seeded sample of `most` of them. `also` sees each block. */
export async function readMatrix(
  database: Database,
  request: { readonly dataset: OpenDataset; readonly expressions: readonly string[]; readonly most: number },
  work: { readonly context: JobContext; readonly pacer: Pacer },
  also: (block: RowBlock) => void = () => {},
): Promise<Matrix> {
  const { dataset, expressions, most } = request;
  const sampled = dataset.numberOfRows > most;
  const columns = expressions.map(() => new Float64Array(Math.min(dataset.numberOfRows, most)));
  let rows = 0;
  const take = (block: RowBlock): void => {
    block.columns.forEach((values, i) => columns[i]!.set(values.subarray(0, block.rows), rows));
    rows += block.rows;
    also(block);
  };
  if (expressions.length > 0 && dataset.numberOfRows > 0) {
    const sample = sampled ? { rows: most, seed } : null;
    await database.using(work.context.signal, (connection) =>
      streamRows(connection, { view: dataset.view, expressions, sample }, take, work.pacer),
    );
  }
  return { columns: columns.map((values) => values.subarray(0, rows)), rows };
}
