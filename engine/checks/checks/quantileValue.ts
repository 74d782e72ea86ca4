import { aboutReference } from '../automaticConditions.ts';
import { defineProfileCheck } from '../profileCheck.ts';
import { quantileOf } from '../quantileOf.ts';
import { z } from 'zod';

/** A quantile of the finite values of current, by linear interpolation. */
export const quantileValue = defineProfileCheck({
  id: 'quantile-value',
  label: 'Quantile',
  group: 'ranges',
  form: 'number',
  kinds: ['numeric'],
  what: 'The chosen quantile',
  params: z.strictObject({ share: z.literal([0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]).default(0.5) }),
  of: (profile, { params }) => quantileOf(profile, Number(params['share'] ?? 0.5)),
  automatic: aboutReference,
  byDefault: 'as the reference, ± 10 %',
});
