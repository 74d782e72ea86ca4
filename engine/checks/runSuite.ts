import type { DatasetSummary } from '#shared/domain/dataset.ts';
import type { DriftReport } from '#shared/domain/report.ts';
import { hasSection } from '#shared/domain/sections.ts';
import type { CheckResult, CheckStatus, Suite, SuiteRun } from '#shared/domain/suite.ts';
import { middleEllipsis } from '#shared/text/middleEllipsis.ts';
import { evaluateCheck } from './evaluateCheck.ts';
import type { RowsFound } from './defineCheck.ts';
import { keyOf, planChecks, type PlannedCheck } from './planChecks.ts';
import { presets } from './presets.ts';
import { sectionsNeeded } from './sectionsNeeded.ts';

/** What was counted for the checks that look at rows, by their keys. */
export type CountedRows = ReadonlyMap<string, RowsFound>;

const notCounted: CountedRows = new Map();

/** A check with the result that it gave. */
export interface Answered {
  readonly planned: PlannedCheck;
  readonly result: CheckResult;
}

const longestId = 60;

function idOf({ check, column, params }: PlannedCheck): string {
  const values = middleEllipsis(Object.values(params).flat().join(','), longestId);
  return [check.id, values, column?.column ?? ''].filter((part) => part !== '').join(':');
}

/** Answers every check of a suite, in its order. */
export function answerSuite(suite: Suite, report: DriftReport, rows: CountedRows = notCounted): Answered[] {
  const times = new Map<string, number>();
  return planChecks(suite, report).map((planned) => {
    const id = idOf(planned);
    const time = (times.get(id) ?? 0) + 1;
    times.set(id, time);
    return { planned, result: evaluateCheck(planned, report, time === 1 ? id : `${id}#${time}`, rows.get(keyOf(planned)) ?? null) };
  });
}

function summarise(results: readonly CheckResult[]): SuiteRun['summary'] {
  const of = (status: CheckStatus): number => results.filter((result) => result.status === status).length;
  const counts = { pass: of('pass'), warning: of('warning'), fail: of('fail'), error: of('error'), skipped: of('skipped') };
  return { allPassed: counts.fail + counts.error === 0, total: results.length, ...counts };
}

function nameOf(suite: Suite): string {
  if (suite.name !== undefined) return suite.name;
  const labels = (suite.presets ?? []).flatMap((id) => presets.get(id)?.label ?? []);
  return labels.length > 0 ? labels.join(', ') : 'Checks';
}

function side({ name, path, numberOfRows }: DatasetSummary): SuiteRun['reference'] {
  return { name, path, numberOfRows };
}

/** Tests a finished report. Throws E_SUITE_INVALID and E_COLUMN_UNKNOWN; a check that fails alone is an error of its own. */
export function runSuite(suite: Suite, report: DriftReport, rows: CountedRows = notCounted): SuiteRun {
  const results = answerSuite(suite, report, rows).map(({ result }) => result);
  return {
    schemaVersion: 1,
    report: report.id,
    createdAt: report.createdAt,
    producedBy: report.producedBy,
    name: nameOf(suite),
    suite,
    reference: side(report.reference),
    current: side(report.current),
    exact: report.exact,
    derive: report.settings.derive,
    missingSections: sectionsNeeded(suite).filter((id) => !hasSection(report.settings, id)),
    summary: summarise(results),
    results,
  };
}
