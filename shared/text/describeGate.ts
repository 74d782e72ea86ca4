import type { GateCheck, GateOutcome } from '../domain/gate.ts';
import { formatCount } from './formatNumber.ts';
import { toneIcons, type Verdict } from './verdict.ts';

/** Whether a check keeps a version from being promoted. */
const isBad = ({ status }: GateCheck): boolean => status === 'fail' || status === 'error';

const checkVerdicts: { readonly [S in GateCheck['status']]: Verdict } = {
  pass: { tone: 'good', icon: '✓', word: 'pass' },
  fail: { tone: 'broken', icon: '✗', word: 'fail' },
  error: { tone: 'broken', icon: '!', word: 'error' },
  skipped: { tone: 'unknown', icon: '–', word: 'skipped' },
};

export const gateCheckVerdict = ({ status }: Pick<GateCheck, 'status'>): Verdict => checkVerdicts[status];

/** The checks of a gate, those that did not pass first. */
export const badFirst = (checks: readonly GateCheck[]): GateCheck[] => [
  ...checks.filter(isBad),
  ...checks.filter((check) => !isBad(check)),
];

/** How many checks passed, in words. */
export function gateCount({ checks, passed }: Pick<GateOutcome, 'checks' | 'passed'>): string {
  const failed = checks.filter(isBad).length;
  return passed
    ? `all ${formatCount(checks.length)} checks passed`
    : `${formatCount(failed)} of ${formatCount(checks.length)} checks failed`;
}

/** What became of a version: promoted or not, or only asked. */
export interface SignOffResult {
  readonly model: string;
  readonly alias: string;
  /** null: it was only asked. */
  readonly promoted: boolean | null;
  readonly overridden: boolean;
  /** The reason of the promotion or of the override. */
  readonly why: string;
  readonly outcome: GateOutcome;
}

/** What became of a version, as a verdict. */
export function signOffVerdict({ promoted, overridden, outcome }: SignOffResult): Verdict {
  if (overridden) return { tone: 'attention', icon: toneIcons.attention, word: 'Promoted by override' };
  if (outcome.passed) return { tone: 'good', icon: toneIcons.good, word: promoted === null ? 'The gate passes' : 'Promoted' };
  return { tone: 'broken', icon: toneIcons.broken, word: promoted === null ? 'The gate does not pass' : 'Not promoted' };
}
