import { asNumeric } from '../asNumeric.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';
import type { Moments } from '../evidence.ts';
import { areaByChance } from './scaling/ofAreas.ts';

/** Evidently's floor: below it the distance counts in thousandths of the column's own unit. */
const smallestScale = 0.001;

/** The population standard deviation; where its squares overflow, half the range, which it cannot exceed. */
function scaleOf({ n, squaredDeviations, min, max }: Moments): number {
  const deviation = Math.sqrt(squaredDeviations / n);
  return Math.max(Number.isFinite(deviation) ? deviation : max / 2 - min / 2, smallestScale);
}

export const wasserstein = defineDriftMethod({
  id: 'wasserstein',
  label: 'Wasserstein distance, normed',
  aliases: ['wasserstein_distance', 'Wasserstein distance (normed)', 'earth-mover', 'w1'],
  appliesTo: ['numeric'],
  verdict: { on: 'statistic', driftedWhen: 'at-or-above', threshold: 0.1 },
  summary: 'How far values moved on average, in standard deviations of the reference.',
  bins: null,
  compute: (evidence) => {
    const { distributionGap, reference } = asNumeric(evidence);
    const statistic = distributionGap.area / scaleOf(reference);
    return { statistic: Math.min(statistic, Number.MAX_VALUE), pValue: null };
  },
  scaling: {
    of: 'distance',
    combines: 'squares',
    chance: (evidence, sizes) => {
      const scale = scaleOf(asNumeric(evidence).reference);
      const { typical, high } = areaByChance(evidence, sizes);
      return { typical: typical / scale, high: high / scale };
    },
  },
});
