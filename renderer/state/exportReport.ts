import type { ChangesFormat, ReportFormat } from '#shared/contract/reports.ts';
import { formatBytes } from '#shared/text/formatNumber.ts';
import { client } from '../client/engine.ts';
import { asAppError } from '../client/useCall.ts';
import { host } from '../host/currentHost.ts';
import { showNotice } from './notices.ts';
import { currentRoute } from './route.ts';
import { showToast } from './toasts.ts';

export const exportFormats: readonly { readonly format: ReportFormat; readonly label: string; readonly use: string }[] = [
  { format: 'html', label: 'HTML', use: 'One file that reads anywhere, offline' },
  { format: 'json', label: 'JSON', use: 'Every number, for programs' },
  { format: 'md', label: 'Markdown', use: 'Every section, for a pull request' },
  { format: 'csv', label: 'CSV', use: 'One line a column, for spreadsheets' },
];

/** Writes a report where the person says; without an id, the one on view. */
export async function exportReport(format: ReportFormat, id: string | null = currentRoute().id): Promise<void> {
  if (id === null || currentRoute().page !== 'report') return;
  try {
    const { fileName, mimeType, content, bytes } = await client.reports.render({ id, format });
    const saved = await host.saveReport({ id, format, fileName, mimeType, content });
    if (saved === null) return;
    const reveal = { label: 'Show it', run: () => void host.reveal(saved.where) };
    showToast(`Saved ${formatBytes(bytes)} as ${saved.where}.`, { tone: 'good', action: host.kind === 'desktop' ? reveal : null });
  } catch (error) {
    showNotice({ error: asAppError(error), doing: 'Exporting the report', retry: () => void exportReport(format, id) });
  }
}

/** Writes what changed between two reports where the person says. */
export async function exportChanges(which: { before: string; after: string }, format: ChangesFormat): Promise<void> {
  try {
    const { fileName, mimeType, content, bytes } = await client.reports.renderChanges({ ...which, format });
    const saved = await host.saveReport({ id: which.after, format, fileName, mimeType, content });
    if (saved === null) return;
    const reveal = { label: 'Show it', run: () => void host.reveal(saved.where) };
    showToast(`Saved ${formatBytes(bytes)} as ${saved.where}.`, { tone: 'good', action: host.kind === 'desktop' ? reveal : null });
  } catch (error) {
    showNotice({ error: asAppError(error), doing: 'Exporting the changes', retry: () => void exportChanges(which, format) });
  }
}
