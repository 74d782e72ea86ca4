import type { ErrorGroup, NormalPlot } from '#shared/domain/performance.ts';
import type { NumericPair } from '../data/evidence/numericPair.ts';
import type { NumericSummary, SideSummary } from '../drift/summariseNumbers.ts';
import type { Pacer } from '../jobs/pacer.ts';
import type { MetricValue } from '../metrics/defineMetric.ts';
import { CompensatedSum } from '../stats/compensatedSum.ts';
import type { SampleMoments } from '../stats/moments.ts';
import { CentredSums } from './centredSums.ts';
import { NormalPlotSums } from './normalPlot.ts';
import { finiteOr, onBoth, withReasons, type Both } from './metricRows.ts';
import { visitEach } from './visitEach.ts';

/** The sample standard deviation, or why there is none. */
export function deviationOf({ n, squaredDeviations }: SampleMoments): MetricValue {
  if (n === 0) return { none: 'no-valid-values' };
  return n === 1 ? { none: 'too-few-rows' } : finiteOr(Math.sqrt(squaredDeviations / (n - 1)));
}

function groupNumbers(moments: SampleMoments): Record<'meanError' | 'standardDeviation', MetricValue> {
  const meanError: MetricValue = moments.n === 0 ? { none: 'no-valid-values' } : finiteOr(moments.mean);
  return { meanError, standardDeviation: deviationOf(moments) };
}

/** Shares of the errors at either end that are looked at apart. */
const endShares = [0.05, 0.95] as const;

class SideErrors {
  readonly absolute = new CompensatedSum();
  readonly all: CentredSums;
  private readonly limits: readonly [number, number] | null;
  private readonly groups: Readonly<Record<ErrorGroup['group'], CentredSums>>;

  constructor(side: SideSummary) {
    const [low, high] = endShares.map((share) => side.quantile(share) ?? 0) as [number, number];
    const middle = side.quantile(0.5) ?? 0;
    this.limits = low === high ? null : [low, high];
    this.all = new CentredSums(middle);
    this.groups = { underestimated: new CentredSums(low), majority: new CentredSums(middle), overestimated: new CentredSums(high) };
  }

  readonly take = (error: number, count: number): void => {
    this.absolute.add(Math.abs(error) * count);
    this.all.add(error, count);
    this.groups[this.groupOf(error)].add(error, count);
  };

  private groupOf(error: number): ErrorGroup['group'] {
    if (this.limits === null) return 'majority';
    if (error <= this.limits[0]) return 'underestimated';
    return error >= this.limits[1] ? 'overestimated' : 'majority';
  }

  table(): ErrorGroup[] {
    return (['underestimated', 'majority', 'overestimated'] as const).map((group) => {
      const moments = this.groups[group].moments();
      return { group, rows: moments.n, ...withReasons(groupNumbers(moments)) };
    });
  }
}

export interface ErrorSums {
  readonly absolute: Both<number>;
  readonly moments: Both<SampleMoments>;
  readonly groups: Both<ErrorGroup[]>;
  readonly normal: Both<NormalPlot | null>;
}

/** Sums over errors, and the groups of the rows that are most under- and overestimated. */
export async function sumErrors(pair: NumericPair, summary: NumericSummary, pacer: Pacer): Promise<ErrorSums> {
  const sides = onBoth((side) => new SideErrors(summary[side]));
  await visitEach(pair, { reference: sides.reference.take, current: sides.current.take }, pacer);
  const moments = onBoth((side) => sides[side].all.moments());
  const normal = onBoth((side) => new NormalPlotSums(moments[side]));
  await visitEach(pair, { reference: normal.reference.take, current: normal.current.take }, pacer);
  return {
    absolute: onBoth((side) => sides[side].absolute.value),
    moments,
    groups: onBoth((side) => sides[side].table()),
    normal: onBoth((side) => normal[side].finish()),
  };
}
