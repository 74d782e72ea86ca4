import type { ChangesFormat } from '#shared/contract/reports.ts';
import { reportChanges, type ReportChanges } from '#shared/domain/changes.ts';
import { toHtml } from '../html.ts';
import { fileStem, type RenderedReport } from '../renderReport.ts';
import { changesDocument } from './changesDocument.ts';
import { changesMarkdown } from './changesMarkdown.ts';

const formats: Readonly<Record<ChangesFormat, { mimeType: string; write: (changes: ReportChanges) => string }>> = {
  html: { mimeType: 'text/html; charset=utf-8', write: (changes) => toHtml(changesDocument(changes)) },
  json: { mimeType: 'application/json', write: (changes) => `${JSON.stringify(reportChanges.parse(changes), null, 2)}\n` },
  md: { mimeType: 'text/markdown; charset=utf-8', write: changesMarkdown },
};

/** Writes what changed between two reports in one of the formats. The same reports give the same text. */
export function renderChanges(changes: ReportChanges, format: ChangesFormat): RenderedReport {
  const { mimeType, write } = formats[format];
  return { fileName: `${fileStem(changes.after.current.name, 'changes')}.${format}`, mimeType, content: write(changes) };
}
