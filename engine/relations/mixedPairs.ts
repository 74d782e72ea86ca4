import type { MixedAssociation } from '#shared/domain/correlations.ts';
import type { Pacer } from '../jobs/pacer.ts';
import type { MetricValue } from '../metrics/defineMetric.ts';
import { onBoth, withReasons, type Both } from '../performance/metricRows.ts';
import { correlationRatio } from '../stats/correlationRatio.ts';
import type { CategoryCodes } from './categoryCodes.ts';
import { changeOf, keepTelling } from './tellingPairs.ts';

interface PairSide {
  readonly rows: number;
  readonly correlationRatio: MetricValue;
  readonly plainCorrelationRatio: MetricValue;
}

interface Pair extends Both<PairSide> {
  readonly a: string;
  readonly b: string;
}

/** What one side gives: values of its columns of numbers, and categories of the others, row by row. */
export interface MixedColumns {
  readonly numbers: readonly Float64Array[];
  readonly categories: readonly CategoryCodes[];
}

function measureSide(numbers: Float64Array, categories: CategoryCodes): PairSide {
  const { rows, found } = correlationRatio({ ...categories, numbers });
  const none = { none: rows === 0 ? 'no-valid-values' : 'constant' } as const;
  return { rows, correlationRatio: found?.corrected ?? none, plainCorrelationRatio: found?.plain ?? none };
}

const numbersOf = ({ correlationRatio: corrected, plainCorrelationRatio }: PairSide) =>
  withReasons({ correlationRatio: corrected, plainCorrelationRatio });

/** Every column of numbers with every column of categories on both sides; of many, the strongest and the most changed are kept. */
export async function measureMixedPairs(
  sides: Both<MixedColumns>,
  given: { readonly numeric: readonly string[]; readonly categorical: readonly string[]; readonly always: ReadonlySet<string> },
  work: { readonly pacer: Pacer; readonly progress: (share: number) => void },
): Promise<{ readonly numberOfPairs: number; readonly pairs: MixedAssociation[] }> {
  const { numeric, categorical, always } = given;
  const numberOfPairs = numeric.length * categorical.length;
  const pairs: Pair[] = [];
  for (const [i, a] of numeric.entries()) {
    for (const [j, b] of categorical.entries()) {
      pairs.push({ a, b, ...onBoth((side) => measureSide(sides[side].numbers[i]!, sides[side].categories[j]!)) });
      await work.pacer.pause();
    }
    work.progress(pairs.length / Math.max(1, numberOfPairs));
  }
  const judge = ({ a, b, reference, current }: Pair) => ({
    a,
    b,
    reference: { coefficient: reference.correlationRatio, rows: reference.rows },
    current: { coefficient: current.correlationRatio, rows: current.rows },
  });
  const kept = keepTelling(pairs, judge, always);
  const changes = changeOf(kept.map(judge), numberOfPairs, null);
  return {
    numberOfPairs,
    pairs: kept.map(({ a, b, reference, current }, place) => ({
      a,
      b,
      reference: { rows: reference.rows, ...numbersOf(reference) },
      current: { rows: current.rows, ...numbersOf(current) },
      ...changes[place]!,
    })),
  };
}
