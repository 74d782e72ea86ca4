import type { BaselineRow } from '#shared/domain/performance.ts';
import type { NumericSummary } from '../drift/summariseNumbers.ts';
import type { MetricValue } from '../metrics/defineMetric.ts';
import { CompensatedSum } from '../stats/compensatedSum.ts';
import type { SampleMoments } from '../stats/moments.ts';
import { CentredSums } from './centredSums.ts';
import { baselineRow, finiteOr, onBoth, type Both } from './metricRows.ts';
import { deviationOf } from './regressionErrors.ts';
import type { TakeValue, VisitBoth } from './visitEach.ts';

type Constant = number | Exclude<MetricValue, number>;

const ignore = (): void => undefined;

/** Targets to score constants on. */
export interface ScoredTargets {
  readonly visit: VisitBoth;
  /** Near the means of the targets, so that no digits are lost to an offset. */
  readonly centres: Both<number>;
  /** Whether what is visited beside a target is a weight, not how often it stands there. */
  readonly weighted: boolean;
}

/** The constant with the least mean absolute error where rows have weights: half of the weight is on either side. */
async function medianByWeight({ visit: visitBoth }: ScoredTargets, known: 'reference' | 'current'): Promise<number | null> {
  const visit = (take: TakeValue): Promise<void> => visitBoth({ reference: ignore, current: ignore, [known]: take });
  const total = new CompensatedSum();
  await visit((_, weight) => total.add(weight));
  const below = new CompensatedSum();
  const middle: number[] = [];
  await visit((target, weight) => {
    // The first target past one half; where a half is met exactly, also the one before it.
    if (below.value * 2 > total.value) return;
    below.add(weight);
    if (below.value * 2 >= total.value) middle.push(target);
  });
  const [low, high] = [middle[0], middle.at(-1)];
  return low === undefined || high === undefined ? null : low / 2 + high / 2;
}

/** The constant with the least mean absolute percentage error: the median of the targets, each weighing 1/|target|. */
async function weightedMedian({ visit: visitBoth }: ScoredTargets, known: 'reference' | 'current'): Promise<Constant> {
  const visit = (take: TakeValue): Promise<void> => visitBoth({ reference: ignore, current: ignore, [known]: take });
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

async function sumDistances({ visit, centres }: ScoredTargets, [median, weighted]: readonly [Constant, Constant]): Promise<Both<SideSums>> {
  const sums = onBoth((side): SideSums => {
    const all = new CentredSums(centres[side]);
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
  await visit({ reference: take('reference'), current: take('current') });
  return sums;
}

/** What constants known from the reference's targets would have scored on each side: the best ones for each metric. */
export async function regressionBaselines(
  scored: ScoredTargets,
  targets: NumericSummary,
  present: Both<boolean>,
): Promise<{ baselines: BaselineRow[]; moments: Both<SampleMoments> }> {
  // Where the reference has no target, constants of the current targets are all there is to compare with.
  const known: 'reference' | 'current' = targets.reference.n === 0 && targets.current.n > 0 ? 'current' : 'reference';
  const own = targets[known];
  const none: Constant = { none: present[known] ? 'no-valid-values' : 'no-such-column' };
  const median: Constant = (scored.weighted ? await medianByWeight(scored, known) : own.quantile(0.5)) ?? none;
  const weighted = own.n === 0 ? none : await weightedMedian(scored, known);
  const sums = await sumDistances(scored, [median, weighted]);
  const moments = onBoth((side) => sums[side].all.moments());
  const mean: Constant = own.n === 0 ? none : finiteOr(moments[known].mean);
  const middle: Constant = own.n === 0 ? none : finiteOr(own.min / 2 + own.max / 2);
  const over = (side: 'reference' | 'current', value: (n: number) => MetricValue): MetricValue => {
    if (!present[side]) return { none: 'no-such-column' };
    return targets[side].n === 0 ? { none: 'no-valid-values' } : value(moments[side].n);
  };
  const row = (
    metric: string,
    [predicts, value]: readonly [string, Constant],
    score: (side: 'reference' | 'current', n: number) => MetricValue,
  ): BaselineRow =>
    baselineRow({ metric, predicts: `${predicts} of the ${known === 'reference' ? 'reference' : 'current data'}`, value }, (side) =>
      over(side, (n) => score(side, n)),
    );
  const theMean = [scored.weighted ? 'the weighted mean target' : 'the mean target', mean] as const;
  const away = (side: 'reference' | 'current'): number => moments[known].mean - moments[side].mean;
  const baselines = [
    row('mae', [scored.weighted ? 'the weighted median target' : 'the median target', median], (side, n) =>
      finiteOr(sums[side].absolute.value / n),
    ),
    row('rmse', theMean, (side, n) => finiteOr(Math.hypot(away(side), Math.sqrt(moments[side].squaredDeviations / n)))),
    row('mape', [`the median target, weighted by ${scored.weighted ? 'its weight and ' : ''}1/|target|,`, weighted], (side) =>
      sums[side].nonzero === 0 ? { none: 'all-targets-zero' } : finiteOr(sums[side].relative.value / sums[side].nonzero),
    ),
    row('r2', theMean, (side, n) => {
      if (targets[side].n < 2) return { none: 'too-few-rows' };
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
