import { sum } from '#engine/stats/shares.ts';
import { twoProportionZ, type Proportion } from '#engine/stats/twoProportionZ.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';

/** The first category that occurs, against the rest: Evidently's reading of columns with more than two values. */
function firstAgainstRest(counts: Float64Array, first: number): Proportion {
  return { hits: counts[first]!, trials: sum(counts) };
}

export const z = defineDriftMethod({
  id: 'z',
  label: 'Z test of two proportions',
  aliases: ['z-test', 'ztest', 'two-proportions', 'Z-test p_value'],
  appliesTo: ['categorical'],
  verdict: { on: 'pValue', driftedWhen: 'below', threshold: 0.05 },
  summary: 'Tests whether the share of the first category is the same on both sides; meant for two categories.',
  bins: 'counts',
  compute: ({ counts }) => {
    const { reference, current } = counts;
    const first = reference.findIndex((count, i) => count + current[i]! > 0);
    if (first < 0 || sum(reference) === 0 || sum(current) === 0) return { statistic: 0, pValue: 1 };
    return twoProportionZ(firstAgainstRest(reference, first), firstAgainstRest(current, first));
  },
});
