import type { ModelComparison, Replay } from '#shared/domain/modelComparison.ts';
import { toHtml } from '../html.ts';
import { comparisonDocument, replayDocument } from './comparisonDocument.ts';
import { gateDocument, type SignOffPage } from './gateDocument.ts';

/** What a gate found and what became of the version, as a self-contained page. The same input gives the same text. */
export const renderSignOff = (page: SignOffPage): string => toHtml(gateDocument(page));

/** Two models compared on the same rows, or file by file, as a self-contained page. The same input gives the same text. */
export function renderModelComparison(found: (ModelComparison | Replay) & { readonly createdAt: string }): string {
  return toHtml('files' in found ? replayDocument(found) : comparisonDocument(found));
}
