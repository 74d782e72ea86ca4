import type { Evidence, NumericEvidence } from './evidence.ts';

/** For methods that apply to numeric columns only; anything else here is a mistake of the caller. */
export function asNumeric(evidence: Evidence): NumericEvidence {
  if (evidence.kind === 'numeric') return evidence;
  throw new Error('this drift method needs numeric evidence');
}
