import type { SampleMoments } from '#engine/stats/moments.ts';
import { studentUpperTail } from '#engine/stats/studentUpperTail.ts';
import { studentTTest } from '#engine/stats/studentTTest.ts';
import { asNumeric } from '../asNumeric.ts';
import { defineDriftMethod, usualOptions } from '../defineDriftMethod.ts';
import type { Moments } from '../evidence.ts';
import { growing, towards } from './scaling/ofTests.ts';

/** A side of one value varies not at all, whatever rounding says. */
const exactly = (side: Moments): SampleMoments => (side.distinct === 1 ? { n: side.n, mean: side.min, squaredDeviations: 0 } : side);

export const tTest = defineDriftMethod({
  id: 't-test',
  label: 'Student’s t test',
  aliases: ['t_test', 'ttest', 'ttest_ind', 'student', 'Student t test'],
  appliesTo: ['numeric'],
  verdict: { on: 'pValue', driftedWhen: 'below', threshold: 0.05 },
  summary: 'Tests whether the means are the same, taking both sides to vary as much.',
  bins: null,
  compute: (evidence, { alternative } = usualOptions) => {
    const { reference, current } = asNumeric(evidence);
    return studentTTest(exactly(reference), exactly(current), alternative);
  },
  scaling: {
    of: 'pValue',
    expected: (evidence, { statistic }, { alternative }) => {
      const { reference, current } = asNumeric(evidence);
      // The statistic is reference less current.
      const side = towards(-statistic, alternative);
      return growing({ n: reference.n, m: current.n, found: statistic * statistic, byChance: 1 }, (square, rows) => {
        const tail = studentUpperTail(Math.sqrt(square), 2 * rows - 2);
        return side === 'both' ? Math.min(1, 2 * tail) : side === 1 ? tail : 1 - tail;
      });
    },
  },
  compat: {
    evidently: {
      difference: {
        ours: 'gives p = 1 where neither side varies and the means are equal; --alternative makes it one-sided',
        theirs: 'has no number there (NaN), which is no drift; it is always two-sided',
        why: 'no value of the report is NaN',
      },
      compute: (evidence) => {
        const { reference, current } = asNumeric(evidence);
        const varies = reference.distinct > 1 || current.distinct > 1 || reference.min !== current.min;
        if (!varies || reference.n + current.n < 3) return { none: 'no-number', sentence: 'The test has no p-value where nothing varies.' };
        return studentTTest(exactly(reference), exactly(current), 'two-sided');
      },
    },
  },
});
