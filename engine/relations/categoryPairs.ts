import type { CategoryAssociation } from '#shared/domain/correlations.ts';
import type { Pacer } from '../jobs/pacer.ts';
import type { MetricValue } from '../metrics/defineMetric.ts';
import { onBoth, withReasons, type Both } from '../performance/metricRows.ts';
import { cramersV } from '../stats/cramersV.ts';
import { contingencyTable, type CategoryCodes } from './categoryCodes.ts';
import { pairCount } from './coMoments.ts';
import { changeOf, keepTelling } from './tellingPairs.ts';

interface PairSide {
  readonly rows: number;
  readonly cramersV: MetricValue;
  readonly plainCramersV: MetricValue;
}

interface Pair extends Both<PairSide> {
  readonly a: string;
  readonly b: string;
}

function measureSide(a: CategoryCodes, b: CategoryCodes): PairSide {
  const table = contingencyTable(a, b);
  const rows = table.reduce((sum, count) => sum + count, 0);
  const found = cramersV(table, a.levels, b.levels);
  const none = { none: rows === 0 ? 'no-valid-values' : 'constant' } as const;
  return { rows, cramersV: found?.corrected ?? none, plainCramersV: found?.plain ?? none };
}

const numbersOf = ({ cramersV: corrected, plainCramersV }: PairSide) => withReasons({ cramersV: corrected, plainCramersV });

/** Every pair of columns of categories on both sides; of many, the strongest and the most changed are kept. */
export async function measureCategoryPairs(
  sides: Both<readonly CategoryCodes[]>,
  given: { readonly names: readonly string[]; readonly always: ReadonlySet<string> },
  work: { readonly pacer: Pacer; readonly progress: (share: number) => void },
): Promise<{ readonly numberOfPairs: number; readonly pairs: CategoryAssociation[] }> {
  const { names, always } = given;
  const numberOfPairs = pairCount(names.length);
  const pairs: Pair[] = [];
  for (let i = 0; i < names.length; i++) {
    for (let j = i + 1; j < names.length; j++) {
      pairs.push({ a: names[i]!, b: names[j]!, ...onBoth((side) => measureSide(sides[side][i]!, sides[side][j]!)) });
      await work.pacer.pause();
    }
    work.progress(pairs.length / Math.max(1, numberOfPairs));
  }
  const judge = ({ a, b, reference, current }: Pair) => ({
    a,
    b,
    reference: { coefficient: reference.cramersV, rows: reference.rows },
    current: { coefficient: current.cramersV, rows: current.rows },
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
