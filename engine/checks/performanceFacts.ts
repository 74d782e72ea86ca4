import { metricName } from '#shared/text/metricNames.ts';
import type { AbsenceReason } from '#shared/domain/profile.ts';
import { absenceWords } from '#shared/text/absenceReasons.ts';
import type { Condition } from '#shared/domain/suite.ts';

/** Names that begin with a capital letter within a sentence too. */
const proper = new Set(['r2', 'f1', 'mcc', 'brier']);

/** The name of a metric within a sentence. */
export function metricWords(id: string): string {
  const { short } = metricName(id);
  return proper.has(id) ? short : short.charAt(0).toLowerCase() + short.slice(1);
}

export const notMeasured = 'the performance of the model was not measured; name the columns of its target and its prediction.';

/** Why a number of the section is not there, as the end of a sentence. */
export function whyAbsent(reason: AbsenceReason | undefined): string {
  const words = absenceWords[reason ?? 'no-valid-values'];
  return `${words === '–' ? 'it is not for this kind of prediction' : words}.`;
}

/** Not worse than the reference by more than a share of it; better passes. */
export function notMuchWorse(better: 'higher' | 'lower', reference: number, room: number): Condition {
  return better === 'higher' ? { gte: { value: reference, relative: room } } : { lte: { value: reference, relative: room } };
}
