import { notMuchMore } from '../automaticConditions.ts';
import { defineSideCheck } from '../profileCheck.ts';

/** Rows of current whose features another row has with a different target, as a share of the rows with a target. */
export const conflictingTargetsShare = defineSideCheck({
  id: 'conflicting-targets-share',
  label: 'Share of conflicting rows',
  group: 'values',
  form: 'share',
  needs: 'conflicting-targets',
  what: 'The share of rows with the features of a row with another target',
  of: ({ conflictingTargets }, side) => conflictingTargets?.[side]?.share ?? null,
  automatic: notMuchMore,
  byDefault: 'at most the reference’s, + 10 %',
});
