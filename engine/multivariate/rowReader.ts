import type { Side } from '#shared/domain/dataset.ts';
import type { CategoryCodes } from '../data/evidence/categoryCodes.ts';
import { streamEncoded, type FeatureSources } from '../learners/encodeFeatures.ts';
import type { Feature } from './chooseFeatures.ts';

/** Beyond this many standard deviations a value counts as that far, so that no square overflows. */
const furthest = 1e100;

/** One row: numbers in standard deviations of the reference, 0 where missing; categories as codes, the most common where missing. */
export interface EncodedRow {
  readonly numbers: Float64Array;
  readonly codes: Int32Array;
}

/** What is needed to read rows: numbers first, then categories, as everything that follows has them. */
export interface RowPlan {
  readonly numbers: readonly Feature[];
  readonly categories: readonly Feature[];
  readonly codes: readonly CategoryCodes[];
  readonly datetime: string | null;
  readonly emptyIsMissing: boolean;
}

export type TakeRow = (row: EncodedRow, place: number, time: number) => void;

function standardised(value: number, { mean, standardDeviation }: Feature): number {
  if (!Number.isFinite(value)) return 0;
  const z = (value - mean) / standardDeviation;
  return z > furthest ? furthest : z < -furthest ? -furthest : z;
}

/** Hands each row of a side over, in the order of its files. The row is one object, used again. */
export async function readRows(
  sources: FeatureSources,
  side: Side,
  plan: RowPlan,
  what: 'all' | 'categories',
  take: TakeRow,
): Promise<void> {
  const { categories, datetime, emptyIsMissing } = plan;
  const numbers = what === 'all' ? plan.numbers : [];
  const time = datetime === null ? [] : [{ column: datetime, kind: 'datetime' as const }];
  const features = [...numbers, ...categories, ...time];
  const codes = [...numbers.map(() => null), ...plan.codes, ...time.map(() => null)];
  const row: EncodedRow = { numbers: new Float64Array(numbers.length), codes: new Int32Array(categories.length) };
  const timeAt = numbers.length + categories.length;
  await streamEncoded(sources, side, { features, codes, emptyIsMissing }, (block) => {
    for (let i = 0; i < block.rows; i++) {
      for (let j = 0; j < numbers.length; j++) row.numbers[j] = standardised(block.columns[j]![i]!, numbers[j]!);
      for (let j = 0; j < categories.length; j++) {
        const code = block.columns[numbers.length + j]![i]!;
        row.codes[j] = Number.isNaN(code) ? 0 : code;
      }
      take(row, block.from + i, datetime === null ? 0 : block.columns[timeAt]![i]!);
    }
  });
}
