import type { Side } from '#shared/domain/dataset.ts';
import { seededRandom } from '#shared/lib/random.ts';
import { codeExpression, countCodes, type CategoryCodes } from '../data/evidence/categoryCodes.ts';
import { streamFeatureRows, type FeatureBlock } from '../data/evidence/featureRows.ts';
import { labelExpression } from '../data/evidence/labels.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import type { DatasetColumn, OpenDataset } from '../data/dataset.ts';
import type { Database } from '../data/openDuckDb.ts';
import type { JobContext, Pacer } from '../jobs/pacer.ts';
import { seededRanks } from '../stats/seededRanks.ts';

/** A column to read: categories become codes; numbers and times stay numbers, times in milliseconds since 1970. */
export interface FeatureRequest {
  readonly column: string;
  readonly kind: 'numeric' | 'datetime' | 'categorical';
}

export interface EncodeRequest {
  readonly columns: readonly FeatureRequest[];
  /**
   * Whose rows say how common a category is. `both` treats the sides alike, as a classifier that tells them apart needs
   * it; `reference` is for what is learned on the reference and used on current.
   */
  readonly categoriesFrom: 'reference' | 'both';
  readonly emptyIsMissing: boolean;
  /** At most this many rows a side; more are drawn, seeded, each with the same chance. */
  readonly mostRows: number;
  readonly seed: number;
}

/** One side as columns of doubles in the order asked for; NaN where missing, not finite, or where the side lacks the column. */
export interface EncodedSide {
  readonly columns: readonly Float64Array[];
  /** Rows read, and rows there are; fewer were read where they were drawn. */
  readonly rows: number;
  readonly of: number;
}

export interface EncodedFeatures {
  readonly reference: EncodedSide;
  readonly current: EncodedSide;
  /**
   * The categories behind the codes of a column, the most common first: code i is `values[i]`. −1 is a category that
   * was not counted, or one of the rare beyond the ten thousand most common. null for numbers and times.
   */
  readonly categories: readonly (CategoryCodes | null)[];
}

export interface FeatureSources {
  readonly database: Database;
  readonly datasets: Readonly<Record<Side, OpenDataset>>;
  readonly context: JobContext;
  readonly pacer: Pacer;
}

const sides = ['reference', 'current'] as const;

function columnOf({ columns }: OpenDataset, name: string): DatasetColumn | null {
  return columns.find(({ column }) => column === name) ?? null;
}

function textOf(column: DatasetColumn, emptyIsMissing: boolean): string {
  return labelExpression(column, { truthAsNumber: false, emptyIsMissing });
}

/** How common the categories of a column are; null for numbers and times. */
export async function codesOf(
  sources: FeatureSources,
  feature: FeatureRequest,
  request: Pick<EncodeRequest, 'categoriesFrom' | 'emptyIsMissing'>,
): Promise<CategoryCodes | null> {
  if (feature.kind !== 'categorical') return null;
  const counted = sides.flatMap((side) => {
    const column = columnOf(sources.datasets[side], feature.column);
    if (column === null || (side === 'current' && request.categoriesFrom === 'reference')) return [];
    return [{ view: sources.datasets[side].view, expression: textOf(column, request.emptyIsMissing) }];
  });
  if (counted.length === 0) return { values: [], counts: new Float64Array(0) };
  return sources.database.using(sources.context.signal, (connection) => countCodes(connection, counted));
}

/** Streams one side in the order of its files, encoded; what is not finite is NaN. */
export async function streamEncoded(
  sources: FeatureSources,
  side: Side,
  what: {
    readonly features: readonly FeatureRequest[];
    readonly codes: readonly (CategoryCodes | null)[];
    readonly emptyIsMissing: boolean;
  },
  take: (block: FeatureBlock) => void,
): Promise<void> {
  const dataset = sources.datasets[side];
  await sources.database.using(sources.context.signal, async (connection) => {
    const expressions: string[] = [];
    for (const [i, feature] of what.features.entries()) {
      const column = columnOf(dataset, feature.column);
      const codes = what.codes[i] ?? null;
      if (column === null) expressions.push('null::double');
      else if (codes !== null)
        expressions.push(await codeExpression(connection, { expression: textOf(column, what.emptyIsMissing), codes, name: `codes_${i}` }));
      else expressions.push(numberExpression(column, feature.kind));
    }
    await streamFeatureRows(connection, { view: dataset.view, expressions }, take, sources.pacer);
  });
}

/** Keeps the rows at given places, which ascend. */
class RowPicker {
  readonly columns: readonly Float64Array[];
  private next = 0;

  constructor(
    private readonly places: Float64Array,
    columns: number,
  ) {
    this.columns = Array.from({ length: columns }, () => new Float64Array(places.length));
  }

  take({ from, rows, columns }: FeatureBlock): void {
    const first = this.next;
    while (this.next < this.places.length && this.places[this.next]! < from + rows) this.next++;
    for (const [i, column] of columns.entries()) {
      const kept = this.columns[i]!;
      for (let at = first; at < this.next; at++) {
        const value = column[this.places[at]! - from]!;
        kept[at] = Number.isFinite(value) ? value : Number.NaN;
      }
    }
  }
}

/**
 * Reads columns of both data sets as numbers for a learner: all rows, or a seeded sample of each side that the caller
 * declares. Memory grows with the rows asked for, not with the files.
 */
export async function encodeFeatures(sources: FeatureSources, request: EncodeRequest): Promise<EncodedFeatures> {
  const { columns: features, emptyIsMissing, mostRows, seed } = request;
  const codes: (CategoryCodes | null)[] = [];
  for (const feature of features) codes.push(await codesOf(sources, feature, request));
  const random = seededRandom(seed);
  const read = async (side: Side): Promise<EncodedSide> => {
    const of = sources.datasets[side].numberOfRows;
    const places = seededRanks(of, mostRows, random);
    const picker = new RowPicker(places, features.length);
    await streamEncoded(sources, side, { features, codes, emptyIsMissing }, (block) => picker.take(block));
    return { columns: picker.columns, rows: places.length, of };
  };
  const reference = await read('reference');
  return { reference, current: await read('current'), categories: codes };
}
