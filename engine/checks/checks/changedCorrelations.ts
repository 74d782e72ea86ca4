import { z } from 'zod';
import { defineDatasetCheck } from '../defineCheck.ts';
import { numberParam } from '../paramOf.ts';

/** Pairs of numeric columns whose correlation moved. */
export const changedCorrelations = defineDatasetCheck({
  id: 'changed-correlations',
  label: 'Changed correlations',
  group: 'relations',
  form: 'count',
  needs: 'correlations',
  params: z.strictObject({ difference: z.number().positive().max(2).default(0.25) }),
  noun: ({ params }) => `The number of pairs whose correlation changed by ${numberParam(params, 'difference', 0.25)} or more`,
  measure: ({ report: { correlations }, params }) => {
    const pairs = correlations?.numeric.pairs.filter(({ change }) => change !== null) ?? [];
    if (pairs.length === 0) return { value: null, referenceValue: null, reason: 'no-valid-values' };
    const least = numberParam(params, 'difference', 0.25);
    const changed = pairs.filter(({ change }) => Math.abs(change ?? 0) >= least);
    const [most] = changed.sort((x, y) => Math.abs(y.change ?? 0) - Math.abs(x.change ?? 0));
    return {
      value: changed.length,
      referenceValue: 0,
      reason: 'no-valid-values',
      ...(most === undefined ? {} : { detail: `most of all ${most.a} and ${most.b}` }),
    };
  },
  automatic: () => ({ lte: 0 }),
  byDefault: '0',
  fixed: true,
});
