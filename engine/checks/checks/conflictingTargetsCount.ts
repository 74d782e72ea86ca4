import { defineSideCheck } from '../profileCheck.ts';

/** Rows of current whose features another row has with a different target. */
export const conflictingTargetsCount = defineSideCheck({
  id: 'conflicting-targets-count',
  label: 'Number of conflicting rows',
  group: 'values',
  form: 'count',
  needs: 'conflicting-targets',
  what: 'The number of rows with the features of a row with another target',
  of: ({ conflictingTargets }, side) => conflictingTargets?.[side]?.conflictingRows ?? null,
  automatic: () => ({ lte: 0 }),
  byDefault: '0',
  fixed: true,
});
