import type { DataSource } from '#shared/domain/dataset.ts';
import type { ScoringSettings } from '#shared/domain/model.ts';
import type { Derivation } from '#shared/domain/settings.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { openDataset } from '../../data/dataset.ts';
import { streamFeatures, type FeatureBlock } from '../../data/featureBlocks.ts';
import { openDuckDb } from '../../data/openDuckDb.ts';
import { resolveSource } from '../../data/resolveSource.ts';
import { Pacer, type JobContext } from '../../jobs/pacer.ts';
import { mapColumns } from '../columnMapping.ts';
import { openModel, type OpenModel } from '../openModel.ts';
import { createBatchScorer, type BatchScorer } from './batchScorer.ts';
import { storageFor, toCells, type MissingRule } from './toCells.ts';

/** A model, and data whose first rows it is timed on. */
export interface LatencyRequest {
  readonly model: string;
  readonly source: DataSource;
  readonly derive: readonly Derivation[];
  readonly where: string | null;
  readonly settings: ScoringSettings;
  readonly notFeatures: readonly string[];
  /** Rows of a run; the data are repeated where they have fewer. */
  readonly sizes: readonly number[];
}

const fewestRuns = 5;
const mostRuns = 200;
const longestMs = 1500;

/** The first rows of the data, as many as asked for, as a block; each is taken again where the data have fewer. */
async function firstRows(
  request: LatencyRequest,
  model: OpenModel,
  context: JobContext,
): Promise<{ scorer: BatchScorer; block: FeatureBlock }> {
  const wanted = Math.max(...request.sizes);
  const source = await resolveSource(request.source);
  const database = await openDuckDb({ files: source.files.map(({ path }) => path), ordered: true });
  try {
    const rows = { derive: [...request.derive], where: request.where, sample: null };
    const dataset = await openDataset(database, { side: 'current', source, rows }, context.signal);
    const { metadata } = model.info;
    const { map } = request.settings;
    const mapping = {
      path: request.model,
      inputs: model.inputs,
      metadata,
      columns: dataset.columns,
      map,
      notFeatures: request.notFeatures,
    };
    const scorer = await createBatchScorer(model, mapColumns(mapping));
    const families = new Map(dataset.columns.map(({ column, family }) => [column, family]));
    const columns = scorer.features.map(({ column, kind }) => ({ column, storage: storageFor(kind, families.get(column)!) }));
    const view = `(select * from ${dataset.view} limit ${wanted})`;
    const blocks: FeatureBlock[] = [];
    await streamFeatures(
      database,
      { view, columns, skip: 0, blockRows: wanted },
      { signal: context.signal, pacer: new Pacer(context.signal) },
      async (each) => {
        blocks.push(each);
      },
    );
    const [block] = blocks;
    if (block === undefined) throw new AppError('E_DATA_UNREADABLE', `${source.path} has no row to time the model with.`);
    return { scorer, block };
  } finally {
    await database.close();
  }
}

/** A block of exactly so many rows, from the start again where there are fewer. */
function resized(block: FeatureBlock, rows: number): FeatureBlock {
  const columns = block.columns.map(({ values, present }) => {
    const source = values as Float64Array;
    const made = Array.isArray(values)
      ? new Array<string>(rows)
      : values instanceof BigInt64Array
        ? new BigInt64Array(rows)
        : new Float64Array(rows);
    const into = made as Float64Array;
    const seen = new Uint8Array(rows);
    for (let row = 0; row < rows; row += 1) {
      into[row] = source[row % block.rows]!;
      seen[row] = present[row % block.rows]!;
    }
    return { values: made, present: seen };
  });
  return { start: 0, rows, columns };
}

/**
 * The median milliseconds that a model takes for so many rows at once, on one thread of this computer: values to
 * predictions, without reading the data. Throws what opening the model and reading the data throw.
 */
export async function measureLatency(request: LatencyRequest, context: JobContext): Promise<number[]> {
  const model = await openModel(request.model, { threads: 1 });
  try {
    const { scorer, block } = await firstRows(request, model, context);
    const pacer = new Pacer(context.signal);
    const medians: number[] = [];
    for (const size of request.sizes) {
      const sized = resized(block, size);
      const once = async (): Promise<number> => {
        const missing: MissingRule = { policy: request.settings.nulls, fill: request.settings.fill, counts: new Map() };
        const started = performance.now();
        const columns = scorer.features.map((feature, i) => toCells(feature, sized.columns[i]!, size, 0, missing));
        await scorer.score({ rows: size, columns });
        return performance.now() - started;
      };
      // The first run makes the runtime take its memory.
      await once();
      const times: number[] = [];
      for (let spent = 0; times.length < fewestRuns || (times.length < mostRuns && spent < longestMs); spent += times.at(-1)!) {
        times.push(await once());
        await pacer.pause();
      }
      medians.push(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!);
    }
    return medians;
  } finally {
    await model.close();
  }
}
