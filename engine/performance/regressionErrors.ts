import type { ErrorGroup } from '#shared/domain/performance.ts';
import type { NumericPair } from '../data/evidence/numericPair.ts';
import type { NumericSummary, SideSummary } from '../drift/summariseNumbers.ts';
import type { Pacer } from '../jobs/pacer.ts';
import type { MetricValue } from '../metrics/defineMetric.ts';
import { CompensatedSum } from '../stats/compensatedSum.ts';
import type { SampleMoments } from '../stats/moments.ts';
import { CentredSums } from './centredSums.ts';
import { finiteOr, onBoth, withReasons, type Both } from './metricRows.ts';
import { visitEach } from './visitEach.ts';

function groupNumbers({ n, mean, squaredDeviations }: SampleMoments): Record<'meanError' | 'standardDeviation', MetricValue> {
  if (n === 0) return { meanError: { none: 'no-valid-values' }, standardDeviation: { none: 'no-valid-values' } };
  const spread: MetricValue = n === 1 ? { none: 'too-few-rows' } : finiteOr(Math.sqrt(squaredDeviations / (n - 1)));
  return { meanError: finiteOr(mean), standardDeviation: spread };
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
}

/** Sums over errors, and the groups of the rows that are most under- and overestimated. */
export async function sumErrors(pair: NumericPair, summary: NumericSummary, pacer: Pacer): Promise<ErrorSums> {
  const sides = onBoth((side) => new SideErrors(summary[side]));
  await visitEach(pair, { reference: sides.reference.take, current: sides.current.take }, pacer);
  return {
    absolute: onBoth((side) => sides[side].absolute.value),
    moments: onBoth((side) => sides[side].all.moments()),
    groups: onBoth((side) => sides[side].table()),
  };
}
