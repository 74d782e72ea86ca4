import { z } from 'zod';
import { defineColumnCheck } from '../defineCheck.ts';
import { holdsInfinity } from '../compatCounts.ts';
import { numberParam } from '../paramOf.ts';

/** Room for the last digits of two sums of different lengths. */
const roundingRoom = 1e-9;

/** The mean of current beside the mean of the reference, in standard deviations of the reference. */
export const meanInSigmas = defineColumnCheck({
  id: 'mean-in-sigmas',
  label: 'Mean within some standard deviations',
  group: 'ranges',
  form: 'number',
  kinds: ['numeric'],
  params: z.strictObject({ sigmas: z.number().positive().default(2) }),
  noun: ({ column }) => `The mean of ${column.column}`,
  measure: ({ column }) => ({
    value: column.current?.mean ?? null,
    referenceValue: column.reference?.mean ?? null,
    reason: 'no-valid-values',
  }),
  automatic: (reference, { column, params }) => {
    if (reference === null) return null;
    const room = numberParam(params, 'sigmas', 2) * (column.reference?.standardDeviation ?? 0);
    if (!Number.isFinite(reference - room) || !Number.isFinite(reference + room)) return null;
    return { gte: { value: reference - room, relative: roundingRoom }, lte: { value: reference + room, relative: roundingRoom } };
  },
  byDefault: 'within 2 standard deviations of the reference',
  compat: {
    evidently: {
      difference: {
        ours: 'the ends of the range belong to it; infinities are left out',
        theirs: 'the ends do not, so that a constant column that did not change fails; with an infinity the range is NaN, and fails',
        why: 'what did not change should not fail',
      },
      automatic: (reference, { column, params }) => {
        if (reference === null) return null;
        // What no number meets stands for a range of NaN.
        if (holdsInfinity(column)) return { gt: Number.MAX_VALUE };
        const room = numberParam(params, 'sigmas', 2) * (column.reference?.standardDeviation ?? 0);
        return { gt: reference - room, lt: reference + room };
      },
    },
  },
});
