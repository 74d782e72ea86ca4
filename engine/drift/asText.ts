import type { Evidence, TextEvidence } from './evidence.ts';

/** For methods that apply to columns of text only; anything else here is a mistake of the caller. */
export function asText(evidence: Evidence): TextEvidence {
  if (evidence.kind === 'text') return evidence;
  throw new Error('this drift method needs the evidence of a text');
}
