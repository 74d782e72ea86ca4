import type { TestedColumn } from '#shared/domain/report.ts';
import { assertNever } from '#shared/lib/assertNever.ts';
import type { VerdictRule } from './defineDriftMethod.ts';

/** Whether a score is on the drift side of its threshold. */
export function isDrift(
  rule: Pick<VerdictRule, 'driftedWhen'>,
  { driftScore, threshold }: Pick<TestedColumn, 'driftScore' | 'threshold'>,
): boolean {
  switch (rule.driftedWhen) {
    case 'below':
      return driftScore < threshold;
    case 'at-or-below':
      return driftScore <= threshold;
    case 'at-or-above':
      return driftScore >= threshold;
    case 'above':
      return driftScore > threshold;
    default:
      return assertNever(rule.driftedWhen);
  }
}
