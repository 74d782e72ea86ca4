import type { DriftReport } from '#shared/domain/report.ts';
import { buildDocument } from '../buildDocument.ts';
import { toHtml } from '../html.ts';

/** The report as one self-contained page. */
export function formatHtml(report: DriftReport): string {
  return toHtml(buildDocument(report));
}
