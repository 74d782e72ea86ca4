import { driftReport, type DriftReport } from '#shared/domain/report.ts';

/** The report as JSON; keys in the order of the schema, whatever order it was built in. */
export function formatJson(report: DriftReport): string {
  return `${JSON.stringify(driftReport.parse(report), null, 2)}\n`;
}
