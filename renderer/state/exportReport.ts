import type { ChangesFormat, ReportFormat } from '#shared/contract/reports.ts';
import { client } from '../client/engine.ts';
import { currentRoute } from './route.ts';
import { saveRendered } from './saveRendered.ts';

export const exportFormats: readonly { readonly format: ReportFormat; readonly label: string; readonly use: string }[] = [
  { format: 'html', label: 'HTML', use: 'One file that reads anywhere, offline' },
  { format: 'json', label: 'JSON', use: 'Every number, for programs' },
  { format: 'md', label: 'Markdown', use: 'Every section, for a pull request' },
  { format: 'csv', label: 'CSV', use: 'One line a column, for spreadsheets' },
];

/** Writes a report where the person says; without an id, the one on view. */
export async function exportReport(format: ReportFormat, id: string | null = currentRoute().id): Promise<void> {
  if (id === null || currentRoute().page !== 'report') return;
  await saveRendered({
    id,
    format,
    doing: 'Exporting the report',
    render: () => client.reports.render({ id, format }),
    retry: () => void exportReport(format, id),
  });
}

/** Writes what changed between two reports where the person says. */
export async function exportChanges(which: { before: string; after: string }, format: ChangesFormat): Promise<void> {
  await saveRendered({
    id: which.after,
    format,
    doing: 'Exporting the changes',
    render: () => client.reports.renderChanges({ ...which, format }),
    retry: () => void exportChanges(which, format),
  });
}
