import type { CompatSystem, Difference } from '#shared/domain/compat.ts';
import type { DriftReport } from '#shared/domain/report.ts';
import type { Condition } from '#shared/domain/suite.ts';
import type { Measurement } from './defineCheck.ts';

/** How another system asks the same; what it leaves out is as ours. */
export interface CheckCompat<Facts> {
  readonly difference: Difference;
  measure?(facts: Facts): Measurement;
  automatic?(reference: number | null, facts: Facts): Condition | null;
}

export type CheckCompats<Facts> = Readonly<Partial<Record<CompatSystem, CheckCompat<Facts>>>>;

interface Parts<Facts> {
  measure(facts: Facts): Measurement;
  automatic(reference: number | null, facts: Facts): Condition | null;
  readonly compat?: CheckCompats<Facts>;
}

/** The check as the system asks it whose numbers a report has. */
export function checkFor<Facts>(check: Parts<Facts>, { settings }: DriftReport): Pick<Parts<Facts>, 'measure' | 'automatic'> {
  const theirs = settings.compat === 'none' ? undefined : check.compat?.[settings.compat];
  return {
    measure: (facts) => (theirs?.measure === undefined ? check.measure(facts) : theirs.measure(facts)),
    automatic: (reference, facts) =>
      theirs?.automatic === undefined ? check.automatic(reference, facts) : theirs.automatic(reference, facts),
  };
}
