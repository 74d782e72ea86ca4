import { chiSquareUpperTail } from '#engine/stats/chiSquareUpperTail.ts';
import { eppsSingleton as test } from '#engine/stats/eppsSingleton.ts';
import { asNumeric, detailOf } from '../asNumeric.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';
import { growing } from './scaling/ofTests.ts';

/** In which its waves vary; fewer where there are fewer distinct values. */
const directions = 4;
/** Values a side that its covariance needs. */
const fewest = 5;

export const eppsSingleton = defineDriftMethod({
  id: 'epps-singleton',
  label: 'Epps-Singleton test',
  aliases: ['es', 'epps_singleton_2samp', 'Epps-Singleton'],
  appliesTo: ['numeric'],
  verdict: { on: 'pValue', driftedWhen: 'below', threshold: 0.05 },
  summary: 'Tests whether two numeric samples come from one distribution, by their waves; also for counts with many ties.',
  bins: null,
  needs: 'waves',
  compute: (evidence) => {
    const waves = detailOf(evidence, 'waves');
    return waves === null ? { statistic: 0, pValue: 1 } : test(waves.reference, waves.current);
  },
  scaling: {
    of: 'pValue',
    expected: (evidence, { statistic }) => {
      const { reference, current, pooledDistinct } = asNumeric(evidence);
      const degrees = Math.min(directions, pooledDistinct - 1);
      const seen = { n: reference.n, m: current.n, found: statistic, byChance: degrees };
      return growing(seen, (found) => chiSquareUpperTail(found, degrees));
    },
  },
  compat: {
    evidently: {
      difference: {
        ours: 'takes the pooled standard deviation as its unit where the pooled quartiles coincide; gives p = 1 for a column of one value or with fewer than five values a side',
        theirs: 'fails on these, and the whole report with it',
        why: 'half of the rows at one value, many zeros for example, is a usual column',
      },
      compute: (evidence) => {
        const { reference, current } = asNumeric(evidence);
        if (Math.min(reference.n, current.n) < fewest) return { none: 'refused', sentence: 'The test needs five values a side.' };
        const waves = detailOf(evidence, 'waves');
        if (waves === null || waves.unit === 'deviation')
          return { none: 'refused', sentence: 'The test fails where the quartiles of both sides together coincide.' };
        return test(waves.reference, waves.current);
      },
    },
  },
});
