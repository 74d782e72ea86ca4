import type { ExplanationFormat } from '#shared/contract/explanations.ts';
import type { DriftAttribution, ModelExplanation, RowExplanation } from '#shared/domain/explanation.ts';
import type { RobustnessReport } from '#shared/domain/robustness.ts';
import { toHtml } from '../html.ts';
import { fileStem, type RenderedReport } from '../renderReport.ts';
import { explanationDocument } from './explanationDocument.ts';
import { robustnessDocument } from './robustnessDocument.ts';

/** What can be written as a page of its own. */
export type Explanation = RowExplanation | ModelExplanation | DriftAttribution | RobustnessReport;

const prefixes: { readonly [K in Explanation['kind']]: string } = {
  row: 'explained-row',
  model: 'explained',
  drift: 'attribution',
  robustness: 'robustness',
};

function stem(explanation: Explanation): string {
  const data =
    explanation.kind === 'drift'
      ? explanation.current
      : explanation.kind === 'row'
        ? (explanation.data ?? explanation.background)
        : explanation.data;
  return fileStem(data.name, prefixes[explanation.kind]);
}

/** Writes an explanation as a self-contained page or as JSON. The same explanation gives the same text. */
export function renderExplanation(explanation: Explanation, format: ExplanationFormat): RenderedReport {
  const fileName = `${stem(explanation)}.${format}`;
  if (format === 'json') return { fileName, mimeType: 'application/json', content: `${JSON.stringify(explanation, null, 2)}\n` };
  const document = explanation.kind === 'robustness' ? robustnessDocument(explanation) : explanationDocument(explanation);
  return { fileName, mimeType: 'text/html; charset=utf-8', content: toHtml(document) };
}
