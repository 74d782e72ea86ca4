import { defineSegmentCheck } from '../segmentCheck.ts';

/** How far the rows of the most drifted segment are from the reference. */
export const weakSegmentDrift = defineSegmentCheck({
  id: 'weak-segment-drift',
  label: 'Drift in the weakest segment',
  measures: 'drift',
  what: 'The mean distance from the reference in the most drifted segment',
  of: (value) => value,
  none: 0,
  automatic: () => ({ lt: 0.25 }),
  byDefault: 'less than 0.25',
});
