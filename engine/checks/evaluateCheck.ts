import type { CheckResult, CheckStatus, Condition } from '#shared/domain/suite.ts';
import { hasSection, sections } from '#shared/domain/sections.ts';
import type { DriftReport } from '#shared/domain/report.ts';
import type { Reasons } from '#shared/domain/profile.ts';
import { describeCondition, meets, writeValue } from './conditions.ts';
import type { Measurement } from './defineCheck.ts';
import type { PlannedCheck } from './planChecks.ts';

type Wanted = Pick<CheckResult, 'condition' | 'origin' | 'originSentence'>;

interface Outcome {
  readonly status: CheckStatus;
  readonly sentence: string;
}

/** A check with its facts put in, so that the two scopes look alike. */
interface Bound {
  readonly noun: string;
  measure(): Measurement;
  automatic(reference: number | null): Condition | null;
}

function bind({ check, column, params }: PlannedCheck, report: DriftReport): Bound {
  if (check.scope === 'dataset') {
    const facts = { report, params };
    return { noun: check.noun(facts), measure: () => check.measure(facts), automatic: (value) => check.automatic(value, facts) };
  }
  if (column === null) throw new Error(`${check.id} needs a column`);
  const facts = { report, params, column };
  return { noun: check.noun(facts), measure: () => check.measure(facts), automatic: (value) => check.automatic(value, facts) };
}

/** The condition the check would derive if the reference had measured this value. */
export function automaticCondition(planned: PlannedCheck, report: DriftReport, reference: number | null): Condition | null {
  return bind(planned, report).automatic(reference);
}

function wantedOf(planned: PlannedCheck, bound: Bound, measured: Measurement): Wanted {
  const { check, entry } = planned;
  if (entry.condition !== undefined) return { condition: entry.condition, origin: 'suite', originSentence: 'The suite says so.' };
  if (entry.mostly !== undefined) {
    const condition: Condition = { lte: { value: 1 - entry.mostly } };
    return { condition, origin: 'suite', originSentence: `The suite says so: ${writeValue(entry.mostly, 'share')} of the rows in order.` };
  }
  const condition = bound.automatic(measured.referenceValue);
  if (check.fixed) return { condition, origin: 'rule', originSentence: `By default: ${check.byDefault}.` };
  const found = measured.referenceValue === null ? '' : `; the reference has ${writeValue(measured.referenceValue, check.form)}`;
  return { condition, origin: 'reference', originSentence: `From the reference: ${check.byDefault}${found}.` };
}

function inBrackets(detail: string | undefined): string {
  return detail === undefined || detail === '' ? '' : ` (${detail})`;
}

/** Why a check has no answer: skipped where there is nothing to ask, an error where an answer was to be expected. */
function unanswered(planned: PlannedCheck, bound: Bound, measured: Measurement): Outcome {
  const { check, column } = planned;
  const nothingLost = measured.referenceValue === null;
  const status = nothingLost && planned.from !== 'named' ? 'skipped' : 'error';
  if (column !== null && column.types.current === null) {
    return { status: 'error', sentence: `${bound.noun} cannot be told: the current data has no such column.` };
  }
  const drift = check.id === 'column-drift' ? measured.detail : undefined;
  const detail = measured.why ?? drift ?? 'there are no values to tell it from.';
  return { status, sentence: `${bound.noun} cannot be told: ${detail}` };
}

/** A check that reads a section which this report was made without. */
function withoutSection({ check, from }: PlannedCheck, report: DriftReport): Outcome | null {
  if (check.needs === undefined || hasSection(report.settings, check.needs)) return null;
  const label = sections.get(check.needs)?.label ?? check.needs;
  const sentence = `${check.label} reads the section “${label}”, which this report does not have; compare again with it.`;
  return { status: from === 'named' ? 'error' : 'skipped', sentence };
}

function outcome(planned: PlannedCheck, bound: Bound, measured: Measurement, wanted: Wanted, report: DriftReport): Outcome {
  const { check, column, entry } = planned;
  if (check.scope === 'column' && column !== null && column.types.current !== null && !check.kinds.includes(column.kind)) {
    return { status: 'skipped', sentence: `${check.label} is for ${check.kinds.join(', ')} columns; ${column.column} is ${column.kind}.` };
  }
  const { value } = measured;
  const without = value === null ? withoutSection(planned, report) : null;
  if (without !== null) return without;
  if (value === null) return unanswered(planned, bound, measured);
  const found = `${bound.noun} is ${writeValue(value, check.form)}${inBrackets(measured.detail)}`;
  if (wanted.condition === null) {
    const status = planned.from === 'named' ? 'error' : 'skipped';
    return { status, sentence: `${found}; no condition can be derived, since the reference has no value to compare with.` };
  }
  const expected = describeCondition(wanted.condition, check.form);
  const passed = meets(value, wanted.condition);
  const sentence = passed ? `${found}, as expected (${expected}).` : `${found}; expected is ${expected}.`;
  return { status: passed ? 'pass' : entry.isCritical === false ? 'warning' : 'fail', sentence };
}

function reasonsFor(measured: Measurement): Reasons {
  const reason = measured.reason ?? 'not-tested';
  return {
    ...(measured.value === null && { value: reason }),
    ...(measured.referenceValue === null && { referenceValue: reason }),
  };
}

function attempt(
  planned: PlannedCheck,
  bound: Bound,
  report: DriftReport,
): Pick<CheckResult, 'value' | 'referenceValue' | 'failingRows'> & Wanted & Outcome & { reasons: Reasons } {
  try {
    const measured = bound.measure();
    const wanted = wantedOf(planned, bound, measured);
    const { value, referenceValue, failingRows = null } = measured;
    const rows = failingRows !== null && failingRows.count > 0 ? failingRows : null;
    return {
      value,
      referenceValue,
      failingRows: rows,
      ...wanted,
      ...outcome(planned, bound, measured, wanted, report),
      reasons: reasonsFor(measured),
    };
  } catch (error) {
    const sentence = `${bound.noun} could not be worked out: ${String(error)}`;
    const reasons: Reasons = { value: 'not-tested', referenceValue: 'not-tested' };
    const nothing = { value: null, referenceValue: null, failingRows: null, condition: null, origin: 'rule' as const, originSentence: '' };
    return { ...nothing, status: 'error', sentence, reasons };
  }
}

/** Answers one check on a finished report. Never throws; what cannot be answered says so. */
export function evaluateCheck(planned: PlannedCheck, report: DriftReport, id: string): CheckResult {
  const { check, column, entry, params } = planned;
  const answered = attempt(planned, bind(planned, report), report);
  return {
    id,
    check: check.id,
    label: check.label,
    group: check.group,
    column: column?.column ?? null,
    kind: column?.kind ?? null,
    isCritical: entry.isCritical ?? true,
    form: check.form,
    params,
    expected: answered.condition === null ? '' : describeCondition(answered.condition, check.form),
    ...answered,
  };
}
