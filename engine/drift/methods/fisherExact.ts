import { fisherExact as test } from '#engine/stats/fisherExact.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';
import { firstAgainstRest } from '#engine/stats/firstAgainstRest.ts';

export const fisherExact = defineDriftMethod({
  id: 'fisher-exact',
  label: 'Fisher’s exact test',
  aliases: ['fisher_exact', 'fisher', "Fisher's Exact test"],
  appliesTo: ['categorical'],
  verdict: { on: 'pValue', driftedWhen: 'below', threshold: 0.1 },
  summary: 'Tests whether the share of the first category is the same on both sides, exact also for few rows.',
  bins: 'counts',
  compute: ({ counts }) => {
    const sides = firstAgainstRest(counts.reference, counts.current);
    return sides === null ? { statistic: 0, pValue: 1 } : test(sides.reference, sides.current);
  },
});
