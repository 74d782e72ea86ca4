import type { SuiteFormat } from '#shared/contract/suites.ts';
import { suiteRun, type SuiteRun } from '#shared/domain/suite.ts';
import { fileStem, type RenderedReport } from '../renderReport.ts';
import { toHtml } from '../html.ts';
import { suiteDocument } from './suiteDocument.ts';
import { suiteJunit } from './suiteJunit.ts';
import { suiteMarkdown } from './suiteMarkdown.ts';

const formats: Readonly<Record<SuiteFormat, { extension: string; mimeType: string; write: (run: SuiteRun) => string }>> = {
  html: { extension: 'html', mimeType: 'text/html; charset=utf-8', write: (run) => toHtml(suiteDocument(run)) },
  json: { extension: 'json', mimeType: 'application/json', write: (run) => `${JSON.stringify(suiteRun.parse(run), null, 2)}\n` },
  md: { extension: 'md', mimeType: 'text/markdown; charset=utf-8', write: suiteMarkdown },
  junit: { extension: 'junit.xml', mimeType: 'application/xml', write: suiteJunit },
};

/** Writes a test run in one of the formats. The same run gives the same text. */
export function renderSuite(run: SuiteRun, format: SuiteFormat): RenderedReport {
  const { extension, mimeType, write } = formats[format];
  return { fileName: `${fileStem(run.current.name, 'tests')}.${extension}`, mimeType, content: write(run) };
}
