import { z } from 'zod';
import { defineColumnCheck } from '../defineCheck.ts';

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
    const room = Number(params['sigmas'] ?? 2) * (column.reference?.standardDeviation ?? 0);
    if (!Number.isFinite(reference - room) || !Number.isFinite(reference + room)) return null;
    return { gte: { value: reference - room, relative: roundingRoom }, lte: { value: reference + room, relative: roundingRoom } };
  },
  byDefault: 'within 2 standard deviations of the reference',
});
