import { andersonDarlingPValue, andersonDarlingTwoSample } from '#engine/stats/andersonDarlingTwoSample.ts';
import { asNumeric, detailOf } from '../asNumeric.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';
import { growing } from './scaling/ofTests.ts';

export const andersonDarling = defineDriftMethod({
  id: 'anderson-darling',
  label: 'Anderson-Darling test',
  aliases: ['anderson', 'anderson_ksamp', 'Anderson-Darling', 'ad'],
  appliesTo: ['numeric'],
  verdict: { on: 'pValue', driftedWhen: 'below', threshold: 0.1 },
  summary: 'Tests whether two numeric samples come from one distribution, and looks hardest at its tails.',
  bins: null,
  needs: 'ranks',
  compute: (evidence) => andersonDarlingTwoSample(detailOf(evidence, 'ranks')),
  scaling: {
    of: 'pValue',
    expected: (evidence, { statistic }) => {
      const { n, m } = detailOf(evidence, 'ranks');
      return growing({ n, m, found: statistic, byChance: 1 }, (found, rows) => andersonDarlingPValue(found, rows, rows));
    },
  },
  compat: {
    evidently: {
      difference: {
        ours: 'gives p = 1 for a column of one value',
        theirs: 'fails on a column of one value, and the whole report with it',
        why: 'nothing varies, so nothing drifted',
      },
      compute: (evidence) =>
        asNumeric(evidence).pooledDistinct < 2
          ? { none: 'refused', sentence: 'The test needs more than one distinct value.' }
          : andersonDarlingTwoSample(detailOf(evidence, 'ranks')),
    },
  },
});
