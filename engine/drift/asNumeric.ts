import type { Evidence, NumericDetail, NumericEvidence } from './evidence.ts';

/** For methods that apply to numeric columns only; anything else here is a mistake of the caller. */
export function asNumeric(evidence: Evidence): NumericEvidence {
  if (evidence.kind === 'numeric') return evidence;
  throw new Error('this drift method needs numeric evidence');
}

/** What a method declared to need; that it was not gathered is a mistake of the caller. */
export function detailOf<K extends keyof NumericDetail>(evidence: Evidence, need: K): Exclude<NumericDetail[K], undefined> {
  const detail: NumericDetail[K] = asNumeric(evidence)[need];
  if (detail === undefined) throw new Error(`the ${need} of the column were not gathered`);
  return detail as Exclude<NumericDetail[K], undefined>;
}
