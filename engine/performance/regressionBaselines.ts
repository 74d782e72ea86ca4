import type { BaselineRow } from '#shared/domain/performance.ts';
import type { NumericPair } from '../data/evidence/numericPair.ts';
import type { NumericSummary } from '../drift/summariseNumbers.ts';
import type { Pacer } from '../jobs/pacer.ts';
import type { MetricValue } from '../metrics/defineMetric.ts';
import { CompensatedSum } from '../stats/compensatedSum.ts';
import type { SampleMoments } from '../stats/moments.ts';
import { CentredSums } from './centredSums.ts';
import { baselineRow, finiteOr, onBoth, type Both } from './metricRows.ts';
import { deviationOf } from './regressionErrors.ts';
import { visitEach, type TakeValue } from './visitEach.ts';

type Constant = number | Exclude<MetricValue, number>;

const ignore = (): void => undefined;

/** The constant with the least mean absolute percentage error: the median of the targets, each weighing 1/|target|. */
async function weightedMedian(pair: NumericPair, known: 'reference' | 'current', pacer: Pacer): Promise<Constant> {
  const visit = (take: TakeValue): Promise<void> => visitEach(pair, { reference: ignore, current: ignore, [known]: take }, pacer);
  const total = new CompensatedSum();
  const weigh = (target: number, count: number): number => (target === 0 ? 0 : count / Math.abs(target));
  await visit((target, count) => total.add(weigh(target, count)));
  if (total.value === 0) return { none: 'all-targets-zero' };
  if (!Number.isFinite(total.value)) return { none: 'not-finite' };
  const below = new CompensatedSum();
  let found: number | null = null;
  await visit((target, count) => {
    if (found !== null) return;
    below.add(weigh(target, count));
    if (target !== 0 && below.value * 2 >= total.value) found = target;
  });
  return found ?? { none: 'not-finite' };
}

interface SideSums {
  readonly all: CentredSums;
  readonly absolute: CompensatedSum;
  readonly relative: CompensatedSum;
  nonzero: number;
}

async function sumDistances(
  pair: NumericPair,
  targets: NumericSummary,
  [median, weighted]: readonly [Constant, Constant],
  pacer: Pacer,
): Promise<Both<SideSums>> {
  const sums = onBoth((side): SideSums => {
    const all = new CentredSums(targets[side].quantile(0.5) ?? 0);
    return { all, absolute: new CompensatedSum(), relative: new CompensatedSum(), nonzero: 0 };
  });
  const take =
    (side: 'reference' | 'current') =>
    (target: number, count: number): void => {
      sums[side].all.add(target, count);
      if (typeof median === 'number') sums[side].absolute.add(Math.abs(target - median) * count);
      if (target === 0 || typeof weighted !== 'number') return;
      sums[side].relative.add((Math.abs(target - weighted) / Math.abs(target)) * count);
      sums[side].nonzero += count;
    };
  await visitEach(pair, { reference: take('reference'), current: take('current') }, pacer);
  return sums;
}

/** What constants known from the reference's targets would have scored on each side: the best ones for each metric. */
export async function regressionBaselines(
  pair: NumericPair,
  targets: NumericSummary,
  present: Both<boolean>,
  pacer: Pacer,
): Promise<{ baselines: BaselineRow[]; moments: Both<SampleMoments> }> {
  // Where the reference has no target, constants of the current targets are all there is to compare with.
  const known: 'reference' | 'current' = targets.reference.n === 0 && targets.current.n > 0 ? 'current' : 'reference';
  const own = targets[known];
  const none: Constant = { none: present[known] ? 'no-valid-values' : 'no-such-column' };
  const median: Constant = own.quantile(0.5) ?? none;
  const weighted = own.n === 0 ? none : await weightedMedian(pair, known, pacer);
  const sums = await sumDistances(pair, targets, [median, weighted], pacer);
  const moments = onBoth((side) => sums[side].all.moments());
  const mean: Constant = own.n === 0 ? none : finiteOr(moments[known].mean);
  const middle: Constant = own.n === 0 ? none : finiteOr(own.min / 2 + own.max / 2);
  const over = (side: 'reference' | 'current', value: (n: number) => MetricValue): MetricValue => {
    if (!present[side]) return { none: 'no-such-column' };
    return targets[side].n === 0 ? { none: 'no-valid-values' } : value(targets[side].n);
  };
  const row = (
    metric: string,
    [predicts, value]: readonly [string, Constant],
    score: (side: 'reference' | 'current', n: number) => MetricValue,
  ): BaselineRow =>
    baselineRow({ metric, predicts: `${predicts} of the ${known === 'reference' ? 'reference' : 'current data'}`, value }, (side) =>
      over(side, (n) => score(side, n)),
    );
  const theMean = ['the mean target', mean] as const;
  const away = (side: 'reference' | 'current'): number => moments[known].mean - moments[side].mean;
  const baselines = [
    row('mae', ['the median target', median], (side, n) => finiteOr(sums[side].absolute.value / n)),
    row('rmse', theMean, (side, n) => finiteOr(Math.hypot(away(side), Math.sqrt(moments[side].squaredDeviations / n)))),
    row('mape', ['the median target, weighted by 1/|target|,', weighted], (side) =>
      sums[side].nonzero === 0 ? { none: 'all-targets-zero' } : finiteOr(sums[side].relative.value / sums[side].nonzero),
    ),
    row('r2', theMean, (side, n) => {
      if (n < 2) return { none: 'too-few-rows' };
      const { squaredDeviations } = moments[side];
      return squaredDeviations === 0 ? { none: 'constant' } : finiteOr(-(n * away(side) ** 2) / squaredDeviations);
    }),
    row('mean-error', theMean, (side) => finiteOr(away(side))),
    row('error-standard-deviation', theMean, (side) => deviationOf(moments[side])),
    row('max-error', ['the middle between the smallest and the largest target', middle], (side) =>
      typeof middle === 'number' ? finiteOr(Math.max(targets[side].max - middle, middle - targets[side].min)) : middle,
    ),
  ];
  return { baselines, moments };
}
