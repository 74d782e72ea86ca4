import { AppError } from '#shared/errors/AppError.ts';
import type { TrainingRequest } from '#shared/domain/training.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { nearNames } from '#shared/lib/nearNames.ts';
import type { DatasetColumn, OpenDataset } from '../../data/dataset.ts';
import { streamFeatures, type BlockColumn, type BlockValues } from '../../data/featureBlocks.ts';
import type { Database } from '../../data/openDuckDb.ts';
import { Pacer, type JobContext } from '../../jobs/pacer.ts';

/** A column of numbers; NaN where missing. */
export interface NumberColumn {
  readonly column: string;
  readonly as: 'number';
  readonly values: Float64Array;
}

/** A column of categories: places in the list of texts, −1 where missing. */
export interface CategoryColumn {
  readonly column: string;
  readonly as: 'category';
  readonly codes: Int32Array;
  readonly texts: readonly string[];
}

export type TableColumn = NumberColumn | CategoryColumn;

/** Every row of the data in file order, in memory: features, and the target last. */
export interface TrainingTable {
  readonly rows: number;
  readonly features: readonly TableColumn[];
  readonly target: TableColumn;
  /** Whether the classes of a target of categories are whole numbers. */
  readonly wholeLabels: boolean;
}

/** Cells kept in memory: 400 MB of doubles. */
const mostCells = 50_000_000;
const mostTexts = 200_000;
const blockRows = 8192;

export const impossible = (message: string, column?: string): AppError =>
  new AppError('E_TRAINING_DATA', message, column === undefined ? {} : { subject: { column } });

function find(dataset: OpenDataset, name: string, what: string): DatasetColumn {
  const found = dataset.columns.find(({ column }) => column === name);
  if (found !== undefined) return found;
  const near = nearNames(
    name,
    dataset.columns.map(({ column }) => column),
  );
  const hint = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
  throw new AppError('E_COLUMN_UNKNOWN', `The data have no column ${name} to be ${what}.${hint}`, { subject: { column: name } });
}

interface Plan {
  readonly source: DatasetColumn;
  readonly as: TableColumn['as'];
}

function featurePlan(dataset: OpenDataset, { features, categorical, target }: TrainingRequest): Plan[] {
  const repeated = features.find((name, i) => features.indexOf(name) !== i);
  if (repeated !== undefined) throw impossible(`The feature ${repeated} is named twice.`, repeated);
  if (features.includes(target)) throw impossible(`${target} is the target and cannot be a feature as well.`, target);
  const stranger = categorical.find((name) => !features.includes(name));
  if (stranger !== undefined) throw impossible(`${stranger} is to be a category, and is no feature.`, stranger);
  return features.map((name) => {
    const source = find(dataset, name, 'a feature');
    if (source.family === 'time')
      throw impossible(`The feature ${name} holds times; make a number of it: --derive "hour = extract('hour' from ${name})".`, name);
    if (source.family === 'unsupported') throw impossible(`The feature ${name} holds values (${source.type}) that no model takes.`, name);
    return { source, as: categorical.includes(name) || source.family === 'text' ? 'category' : 'number' };
  });
}

function targetPlan(dataset: OpenDataset, { target, kind }: TrainingRequest): Plan {
  const source = find(dataset, target, 'the target');
  if (source.family === 'time' || source.family === 'unsupported')
    throw impossible(`The target ${target} holds values (${source.type}) that no model predicts.`, target);
  if (kind === 'linear' && source.family === 'text')
    throw impossible(`The target ${target} holds text, and a linear model predicts numbers. For classes take --kind logistic.`, target);
  const asClasses = kind === 'logistic' || (kind === 'boosted-trees' && (source.family === 'text' || source.family === 'boolean'));
  return { source, as: asClasses ? 'category' : 'number' };
}

/** Texts as places in a list that grows. */
class TextList {
  readonly texts: string[] = [];
  private readonly places = new Map<string, number>();

  constructor(private readonly column: string) {}

  placeOf(text: string): number {
    const known = this.places.get(text);
    if (known !== undefined) return known;
    if (this.texts.length === mostTexts)
      throw impossible(
        `The column ${this.column} has more than ${formatCount(mostTexts)} different values; that is no category.`,
        this.column,
      );
    this.places.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

interface Reader {
  readonly column: BlockColumn;
  take(block: BlockValues, from: number, rows: number): void;
  finish(): TableColumn;
}

function numberReader({ column }: DatasetColumn, rows: number): Reader {
  const values = new Float64Array(rows);
  return {
    column: { column, storage: 'double' },
    take: (block, from, count) => {
      const cells = block.values as Float64Array;
      for (let i = 0; i < count; i++) values[from + i] = block.present[i] === 1 ? cells[i]! : Number.NaN;
    },
    finish: () => ({ column, as: 'number', values }),
  };
}

/** Classes are written as whole numbers where they are; features as the database writes them, which is how they are scored. */
function categoryReader({ column, family }: DatasetColumn, rows: number, isTarget: boolean): Reader {
  const codes = new Int32Array(rows);
  const list = new TextList(column);
  const asNumber = isTarget && family === 'fraction';
  return {
    column: { column, storage: asNumber ? 'double' : 'text' },
    take: (block, from, count) => {
      for (let i = 0; i < count; i++) {
        const value = block.values[i]!;
        const there = block.present[i] === 1 && value !== '' && (typeof value !== 'number' || Number.isFinite(value));
        codes[from + i] = there ? list.placeOf(String(value)) : -1;
      }
    },
    finish: () => ({ column, as: 'category', codes, texts: list.texts }),
  };
}

/**
 * Reads features and target into memory, in file order. The database must be one that keeps the order. Throws
 * E_COLUMN_UNKNOWN, and E_TRAINING_DATA for columns that no model learns from and for more cells than memory allows.
 */
export async function readTrainingTable(
  database: Database,
  dataset: OpenDataset,
  request: TrainingRequest,
  context: JobContext,
): Promise<TrainingTable> {
  const plans = [...featurePlan(dataset, request), targetPlan(dataset, request)];
  const rows = dataset.numberOfRows;
  if (rows * plans.length > mostCells) {
    const most = formatCount(Math.floor(mostCells / plans.length));
    throw impossible(
      `${formatCount(rows)} rows of ${plans.length} columns do not fit into memory; at most ${most} rows do. Choose some: --where.`,
    );
  }
  const readers = plans.map(({ source, as }, i) =>
    as === 'number' ? numberReader(source, rows) : categoryReader(source, rows, i === plans.length - 1),
  );
  const stream = { view: dataset.view, columns: readers.map(({ column }) => column), skip: 0, blockRows };
  await streamFeatures(database, stream, { signal: context.signal, pacer: new Pacer(context.signal) }, async (block) => {
    readers.forEach((reader, i) => reader.take(block.columns[i]!, block.start, block.rows));
    context.progress({ share: (0.2 * (block.start + block.rows)) / rows, message: `Read ${formatCount(block.start + block.rows)} rows` });
  });
  const columns = readers.map((reader) => reader.finish());
  const target = columns.at(-1)!;
  const wholeLabels =
    target.as === 'category' && plans.at(-1)!.source.family !== 'text' && target.texts.every((text) => /^-?\d{1,15}$/.test(text));
  return { rows, features: columns.slice(0, -1), target, wholeLabels };
}
