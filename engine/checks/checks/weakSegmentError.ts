import { defineSegmentCheck } from '../segmentCheck.ts';

/** How much more the model errs in the worst segment than over all rows. */
export const weakSegmentError = defineSegmentCheck({
  id: 'weak-segment-error',
  label: 'The weakest segment’s error',
  measures: 'error',
  what: 'The error in the weakest segment, as a multiple of that over all rows,',
  of: (value, overall) => (overall === 0 ? 1 : value / overall),
  none: 1,
  automatic: () => ({ lte: 2 }),
  byDefault: 'at most 2',
});
