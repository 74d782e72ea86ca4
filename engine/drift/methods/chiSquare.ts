import { chiSquareGoodnessOfFit } from '#engine/stats/chiSquareGoodnessOfFit.ts';
import { chiSquareHomogeneity } from '#engine/stats/chiSquareHomogeneity.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';
import type { Counts } from '../evidence.ts';

const hasNewCategory = ({ reference, current }: Counts): boolean => current.some((count, i) => count > 0 && reference[i] === 0);

export const chiSquare = defineDriftMethod({
  id: 'chi-square',
  label: 'Chi-square test',
  aliases: ['chisquare', 'chi2', 'chi_squared', 'chi-square p_value'],
  appliesTo: ['categorical'],
  verdict: { on: 'pValue', driftedWhen: 'below', threshold: 0.05 },
  summary: 'Tests whether the current categories fit the shares of the reference.',
  bins: 'counts',
  compute: ({ counts }) => (hasNewCategory(counts) ? chiSquareHomogeneity : chiSquareGoodnessOfFit)(counts.reference, counts.current),
});
