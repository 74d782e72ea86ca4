import type { ReportFormat } from '#shared/contract/reports.ts';
import type { DriftReport } from '#shared/domain/report.ts';
import { formatCsv } from './formats/formatCsv.ts';
import { formatHtml } from './formats/formatHtml.ts';
import { formatJson } from './formats/formatJson.ts';
import { formatMarkdown } from './formats/formatMarkdown.ts';

/** A report as text, with the name and the type it is saved under. */
export interface RenderedReport {
  readonly fileName: string;
  readonly mimeType: string;
  readonly content: string;
}

const formats: Readonly<Record<ReportFormat, { mimeType: string; write: (report: DriftReport) => string }>> = {
  html: { mimeType: 'text/html; charset=utf-8', write: formatHtml },
  json: { mimeType: 'application/json', write: formatJson },
  md: { mimeType: 'text/markdown; charset=utf-8', write: formatMarkdown },
  csv: { mimeType: 'text/csv; charset=utf-8', write: formatCsv },
};

/** A name every system can save: of the data's name only letters, digits, dots, dashes and underscores are kept. */
export function fileStem(dataName: string, prefix: string): string {
  const name = dataName.replace(/\.(?:parquet|csv|tsv|jsonl?|ndjson)$/i, '');
  const safe = name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replaceAll(/^[.-]+|[.-]+$/g, '');
  return `${prefix}-${Array.from(safe === '' ? 'report' : safe)
    .slice(0, 60)
    .join('')}`;
}

/** Writes a report in one of the formats. The same report gives the same text, in any process and any order. */
export function renderReport(report: DriftReport, format: ReportFormat): RenderedReport {
  const { mimeType, write } = formats[format];
  return { fileName: `${fileStem(report.current.name, 'drift')}.${format}`, mimeType, content: write(report) };
}
