import type { ErrorQuantile } from '#shared/domain/performance.ts';
import type { NumericPair } from '../data/evidence/numericPair.ts';
import type { MetricValue } from '../metrics/defineMetric.ts';
import { RankPicker } from '../stats/rankPicker.ts';
import { onBoth, withReasons, type Both } from './metricRows.ts';

/** Shares at which errors are listed, with the smallest and the largest. */
const errorShares = [0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1] as const;

/** Quantiles of both sides in one visit. */
export async function pickQuantiles(pair: NumericPair, present: Both<boolean>): Promise<ErrorQuantile[]> {
  const pickers = onBoth((side) => new RankPicker(pair[side].n, errorShares));
  await pair.visit({
    slice: async (reference, current) => {
      pickers.reference.slice(reference);
      pickers.current.slice(current);
    },
    run: (value, reference, current) => {
      pickers.reference.run(value, reference);
      pickers.current.run(value, current);
    },
  });
  const at = (side: 'reference' | 'current', share: number): MetricValue =>
    pickers[side].quantile(share) ?? { none: present[side] ? 'no-valid-values' : 'no-such-column' };
  return errorShares.map((share) => ({ share, ...withReasons(onBoth((side) => at(side, share))) }));
}
