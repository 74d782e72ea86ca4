import { effectiveSize } from '#engine/stats/effectAtSize.ts';
import { mannWhitney as test } from '#engine/stats/mannWhitney.ts';
import { formatScore } from '#shared/text/formatNumber.ts';
import { detailOf } from '../asNumeric.ts';
import { defineDriftMethod, usualOptions } from '../defineDriftMethod.ts';
import { growing, normalPValue, towards } from './scaling/ofTests.ts';

export const mannWhitney = defineDriftMethod({
  id: 'mann-whitney',
  label: 'Mann-Whitney test',
  aliases: ['mannw', 'mann_whitney_u', 'mannwhitneyu', 'Mann-Whitney U-rank test', 'wilcoxon-rank-sum'],
  appliesTo: ['numeric'],
  verdict: { on: 'pValue', driftedWhen: 'below', threshold: 0.05 },
  summary: 'Tests whether values of one side tend to be larger than those of the other.',
  bins: null,
  needs: 'ranks',
  compute: (evidence, { alternative } = usualOptions) => test(detailOf(evidence, 'ranks'), alternative),
  effect: ({ statistic }) => `${Math.abs(statistic) < 0.05 ? 'a small one, ' : ''}rank correlation ${formatScore(statistic)}`,
  scaling: {
    of: 'pValue',
    expected: (evidence, { statistic }, { alternative }) => {
      const { n, m, ties } = detailOf(evidence, 'ranks');
      const N = n + m;
      const varying = 1 - ties / (N * N * N - N);
      const found = varying > 0 ? (3 * statistic * statistic * effectiveSize(n, m)) / varying : 0;
      return growing({ n, m, found, byChance: 1 }, (square) => normalPValue(square, towards(statistic, alternative)));
    },
  },
  compat: {
    evidently: {
      difference: {
        ours: 'is two-sided; --alternative makes it one-sided',
        theirs: 'asks only whether current is higher, so that a shift downwards has a p-value near 1',
        why: 'a shift down is drift too',
      },
      compute: (evidence) => test(detailOf(evidence, 'ranks'), 'current-higher'),
    },
  },
});
