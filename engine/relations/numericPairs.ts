import type { CorrelationMethod, NumericCorrelation } from '#shared/domain/correlations.ts';
import type { MetricValue } from '../metrics/defineMetric.ts';
import { onBoth, withReasons, type Both } from '../performance/metricRows.ts';
import { kendallTau } from '../stats/kendallTau.ts';
import { spearmanCorrelation } from '../stats/spearmanCorrelation.ts';
import type { Pacer } from '../jobs/pacer.ts';
import { pairCount, pairIndex } from './coMoments.ts';
import type { CorrelationSide } from './correlationSide.ts';
import { changeOf, keepTelling } from './tellingPairs.ts';

/** Kendall's coefficient takes some milliseconds a pair; beyond so many pairs only the most telling ones have it. */
const mostKendallPairs = 300;

type Coefficients = Record<CorrelationMethod, MetricValue>;

interface Pair extends Both<{ readonly rows: number; readonly of: Coefficients }> {
  readonly i: number;
  readonly j: number;
}

const absent = ({ moments }: CorrelationSide, pair: number): MetricValue => {
  const pearson = moments.correlation(pair);
  return typeof pearson === 'number' ? { none: 'constant' } : pearson;
};

async function measurePair(sides: Both<CorrelationSide>, i: number, j: number, withKendall: boolean): Promise<Pair> {
  const measured = onBoth((name) => {
    const side = sides[name];
    const index = pairIndex(i, j, side.ranks.length);
    const [x, y] = [side.ranks[i]!, side.ranks[j]!];
    const ranked = (of: typeof kendallTau): MetricValue => of(x, y) ?? absent(side, index);
    return {
      rows: side.moments.rows(index),
      of: {
        pearson: side.moments.correlation(index),
        spearman: ranked(spearmanCorrelation),
        kendall: withKendall ? ranked(kendallTau) : ({ none: 'beyond-limit' } as const),
      },
    };
  });
  return { i, j, ...measured };
}

function addKendall(sides: Both<CorrelationSide>, pair: Pair): Pair {
  const measured = onBoth((name) => {
    const side = sides[name];
    const kendall = kendallTau(side.ranks[pair.i]!, side.ranks[pair.j]!) ?? absent(side, pairIndex(pair.i, pair.j, side.ranks.length));
    return { ...pair[name], of: { ...pair[name].of, kendall } };
  });
  return { ...pair, ...measured };
}

/** Variance of the transformed coefficient, times rows − 3. */
const inflation: Readonly<Record<CorrelationMethod, number>> = { pearson: 1, spearman: 1.06, kendall: 0.437 };

export interface NumericPairs {
  readonly numberOfPairs: number;
  readonly pairs: NumericCorrelation[];
}

/** Every pair of numeric columns on both sides; of many, the strongest and the most changed are kept. */
export async function measureNumericPairs(
  sides: Both<CorrelationSide>,
  given: { readonly names: readonly string[]; readonly always: ReadonlySet<string>; readonly method: CorrelationMethod },
  work: { readonly pacer: Pacer; readonly progress: (share: number) => void },
): Promise<NumericPairs> {
  const { names, always, method } = given;
  const numberOfPairs = pairCount(names.length);
  const ofAll = numberOfPairs <= mostKendallPairs;
  // Until Kendall's coefficient is there, Spearman's tells which pairs it is worth its time for.
  const first = method === 'kendall' && !ofAll ? 'spearman' : method;
  const pairs: Pair[] = [];
  for (let i = 0; i < names.length; i++) {
    for (let j = i + 1; j < names.length; j++) {
      pairs.push(await measurePair(sides, i, j, ofAll));
      await work.pacer.pause();
    }
    work.progress(pairs.length / Math.max(1, numberOfPairs));
  }
  const judge = (by: CorrelationMethod) => (pair: Pair) => ({
    a: names[pair.i]!,
    b: names[pair.j]!,
    reference: { coefficient: pair.reference.of[by], rows: pair.reference.rows },
    current: { coefficient: pair.current.of[by], rows: pair.current.rows },
  });
  const kept = keepTelling(pairs, judge(first), always);
  const finished: Pair[] = [];
  for (const [place, pair] of kept.entries()) {
    finished.push(!ofAll && place < mostKendallPairs ? addKendall(sides, pair) : pair);
    await work.pacer.pause();
  }
  const changes = changeOf(finished.map(judge(method)), numberOfPairs, inflation[method]);
  return {
    numberOfPairs,
    pairs: finished.map(({ i, j, reference, current }, place) => ({
      a: names[i]!,
      b: names[j]!,
      reference: { rows: reference.rows, ...withReasons(reference.of) },
      current: { rows: current.rows, ...withReasons(current.of) },
      ...changes[place]!,
    })),
  };
}
