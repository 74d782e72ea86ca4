import type { BaselineRow } from '#shared/domain/performance.ts';
import type { NumericPair } from '../data/evidence/numericPair.ts';
import type { NumericSummary } from '../drift/summariseNumbers.ts';
import type { Pacer } from '../jobs/pacer.ts';
import type { MetricValue } from '../metrics/defineMetric.ts';
import { CompensatedSum } from '../stats/compensatedSum.ts';
import type { SampleMoments } from '../stats/moments.ts';
import { CentredSums } from './centredSums.ts';
import { baselineRow, finiteOr, onBoth, type Both } from './metricRows.ts';
import { visitEach } from './visitEach.ts';

type Constant = number | Exclude<MetricValue, number>;

const ignore = (): void => undefined;

/** The constant with the least mean absolute percentage error: the median of the targets, each weighing 1/|target|. */
async function weightedMedian(pair: NumericPair, pacer: Pacer): Promise<Constant> {
  if (pair.reference.n === 0) return { none: 'no-valid-values' };
  const total = new CompensatedSum();
  const weigh = (target: number, count: number): number => (target === 0 ? 0 : count / Math.abs(target));
  await visitEach(pair, { reference: (target, count) => total.add(weigh(target, count)), current: ignore }, pacer);
  if (total.value === 0) return { none: 'all-targets-zero' };
  if (!Number.isFinite(total.value)) return { none: 'not-finite' };
  const below = new CompensatedSum();
  let found: number | null = null;
  const look = (target: number, count: number): void => {
    if (found !== null) return;
    below.add(weigh(target, count));
    if (target !== 0 && below.value * 2 >= total.value) found = target;
  };
  await visitEach(pair, { reference: look, current: ignore }, pacer);
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
  const { reference } = targets;
  const none: Constant = { none: present.reference ? 'no-valid-values' : 'no-such-column' };
  const median: Constant = reference.quantile(0.5) ?? none;
  const weighted = reference.n === 0 ? none : await weightedMedian(pair, pacer);
  const sums = await sumDistances(pair, targets, [median, weighted], pacer);
  const moments = onBoth((side) => sums[side].all.moments());
  const mean: Constant = reference.n === 0 ? none : finiteOr(moments.reference.mean);
  const over = (side: 'reference' | 'current', value: (n: number) => MetricValue): MetricValue => {
    if (!present[side]) return { none: 'no-such-column' };
    return targets[side].n === 0 ? { none: 'no-valid-values' } : value(targets[side].n);
  };
  const baselines = [
    baselineRow({ metric: 'mae', predicts: 'the median target of the reference', value: median }, (side) =>
      over(side, (n) => finiteOr(sums[side].absolute.value / n)),
    ),
    baselineRow({ metric: 'rmse', predicts: 'the mean target of the reference', value: mean }, (side) =>
      over(side, (n) => finiteOr(Math.hypot(moments[side].mean - moments.reference.mean, Math.sqrt(moments[side].squaredDeviations / n)))),
    ),
    baselineRow({ metric: 'mape', predicts: 'the median target of the reference, weighted by 1/|target|', value: weighted }, (side) =>
      over(side, () =>
        sums[side].nonzero === 0 ? { none: 'all-targets-zero' } : finiteOr(sums[side].relative.value / sums[side].nonzero),
      ),
    ),
  ];
  return { baselines, moments };
}
