import { formatBytes } from '#shared/text/formatNumber.ts';
import { asAppError } from '../client/useCall.ts';
import { host } from '../host/currentHost.ts';
import { showNotice } from './notices.ts';
import { showToast } from './toasts.ts';

interface ToSave {
  /** Of the report that it tells of. */
  readonly id: string;
  readonly format: Parameters<typeof host.saveReport>[0]['format'];
  /** What is done, as “Exporting the report”. */
  readonly doing: string;
  readonly render: () => Promise<{ fileName: string; mimeType: string; content: string; bytes: number }>;
  readonly retry: () => void;
}

/** Writes what the engine renders where the person says, and tells where that is. */
export async function saveRendered({ id, format, doing, render, retry }: ToSave): Promise<void> {
  try {
    const { fileName, mimeType, content, bytes } = await render();
    const saved = await host.saveReport({ id, format, fileName, mimeType, content });
    if (saved === null) return;
    showSaved(`Saved ${formatBytes(bytes)} as ${saved.where}.`, saved.where);
  } catch (error) {
    showNotice({ error: asAppError(error), doing, retry });
  }
}

/** Says that something was saved; on the desktop the file can be shown where it lies. */
export function showSaved(text: string, path: string): void {
  const reveal = { label: 'Show it', run: () => void host.reveal(path) };
  showToast(text, { tone: 'good', action: host.kind === 'desktop' ? reveal : null });
}
