import type { FrequentCategory, CategoryTable } from '../data/evidence/textCounts.ts';
import type { CategoryHistogram } from '#shared/domain/profile.ts';
import type { SideCounts } from '../data/evidence/numericPair.ts';
import type { ValueRuns } from '../stats/mergeSorted.ts';
import type { CategoricalEvidence } from './evidence.ts';

/** One side of a column of categories, wherever it was counted. */
export interface CategorySide {
  readonly nulls: number;
  readonly emptyStrings: number;
  readonly nan: number;
  readonly positiveInfinity: number;
  readonly negativeInfinity: number;
  readonly valid: number;
  readonly distinct: number;
  readonly frequent: readonly FrequentCategory[];
}

/** A column of categories: both sides, and its distinct values in ascending order with their counts. */
export interface CategoryColumn {
  readonly reference: CategorySide;
  readonly current: CategorySide;
  readonly pooledDistinct: number;
  readonly counts: { readonly reference: Float64Array; readonly current: Float64Array };
  readonly values: readonly string[] | null;
}

const mostFrequent = 20;
const mostDrawn = 20;

const noNumbers = { nan: 0, positiveInfinity: 0, negativeInfinity: 0 };

export function categoriesOfText(table: CategoryTable): CategoryColumn {
  return { ...table, reference: { ...table.reference, ...noNumbers }, current: { ...table.current, ...noNumbers } };
}

function frequentOf(values: readonly string[], counts: Float64Array): FrequentCategory[] {
  const order = Array.from(counts, (count, i) => ({ value: values[i]!, count, i })).filter((entry) => entry.count > 0);
  order.sort((a, b) => b.count - a.count || a.i - b.i);
  return order.slice(0, mostFrequent).map(({ value, count }) => ({ value, count }));
}

function sideOfNumbers(side: SideCounts, values: readonly string[], counts: Float64Array): CategorySide {
  const { nulls, nan, positiveInfinity, negativeInfinity, n } = side;
  const distinct = counts.reduce((total, count) => total + (count > 0 ? 1 : 0), 0);
  return { nulls, nan, positiveInfinity, negativeInfinity, emptyStrings: 0, valid: n, distinct, frequent: frequentOf(values, counts) };
}

/** Numbers as categories: each distinct value is one, written as a number. */
export function categoriesOfNumbers(reference: SideCounts, current: SideCounts, runs: ValueRuns): CategoryColumn {
  const values = Array.from(runs.values, (value) => String(value));
  return {
    reference: sideOfNumbers(reference, values, runs.reference),
    current: sideOfNumbers(current, values, runs.current),
    pooledDistinct: values.length,
    counts: { reference: runs.reference, current: runs.current },
    values,
  };
}

export function categoricalEvidence(column: CategoryColumn): CategoricalEvidence {
  return {
    kind: 'categorical',
    reference: { n: column.reference.valid, distinct: column.reference.distinct },
    current: { n: column.current.valid, distinct: column.current.distinct },
    pooledDistinct: column.pooledDistinct,
    counts: { ...column.counts, edges: null },
  };
}

interface Entry {
  readonly value: string;
  readonly reference: number;
  readonly current: number;
}

/** The values to draw when there are too many to hold: those frequent on either side, with the counts that are known. */
function frequentEntries(column: CategoryColumn): Entry[] {
  const current = new Map(column.current.frequent.map((one) => [one.value, one.count]));
  const reference = new Map(column.reference.frequent.map((one) => [one.value, one.count]));
  const both = [...reference.keys()].filter((value) => current.has(value));
  return both.map((value) => ({ value, reference: reference.get(value)!, current: current.get(value)! }));
}

function entriesOf(column: CategoryColumn): Entry[] {
  const { values, counts } = column;
  if (values === null) return frequentEntries(column);
  return values.map((value, i) => ({ value, reference: counts.reference[i]!, current: counts.current[i]! }));
}

/** The categories with the largest share on either side; few numbers stay in their order. */
export function categoryHistogram(column: CategoryColumn): CategoryHistogram {
  const n = Math.max(1, column.reference.valid);
  const m = Math.max(1, column.current.valid);
  const entries = entriesOf(column);
  const weight = (entry: Entry): number => Math.max(entry.reference / n, entry.current / m);
  const numbers = entries.length <= mostDrawn && entries.every((entry) => entry.value !== '' && Number.isFinite(Number(entry.value)));
  const ordered = numbers
    ? entries.toSorted((a, b) => Number(a.value) - Number(b.value))
    : entries
        .map((entry, i) => ({ entry, i }))
        .sort((a, b) => weight(b.entry) - weight(a.entry) || a.i - b.i)
        .map(({ entry }) => entry);
  const categories = ordered.slice(0, mostDrawn);
  const drawn = (side: 'reference' | 'current'): number => categories.reduce((total, entry) => total + entry[side], 0);
  return {
    kind: 'categories',
    categories,
    other: {
      categories: column.pooledDistinct - categories.length,
      reference: column.reference.valid - drawn('reference'),
      current: column.current.valid - drawn('current'),
    },
  };
}
