import { app, BrowserWindow, dialog, shell, type IpcMainInvokeEvent, type OpenDialogOptions } from 'electron';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { channels } from '#shared/bridge.ts';
import { saveText } from './saveText.ts';
import { openOutside } from './security.ts';
import { handleTrusted, type IsOurs } from './trustedSender.ts';

const pickInput = z.object({ title: z.string(), folder: z.boolean(), what: z.enum(['data', 'model']).default('data') });
const saveInput = z.object({ fileName: z.string(), content: z.string() });

const allFiles = { name: 'All files', extensions: ['*'] };
const filters = {
  data: [{ name: 'Data', extensions: ['parquet', 'pq', 'csv', 'tsv', 'json', 'jsonl', 'ndjson', 'gz'] }, allFiles],
  model: [{ name: 'Models', extensions: ['onnx'] }, allFiles],
};

const reportFilters: Readonly<Record<string, string>> = { html: 'Web page', json: 'JSON', md: 'Markdown', csv: 'Table', xml: 'JUnit XML' };

function windowOf(event: IpcMainInvokeEvent): BrowserWindow {
  const window = BrowserWindow.fromWebContents(event.sender);
  if (window === null) throw new Error('the page has no window');
  return window;
}

async function pickData(event: IpcMainInvokeEvent, input: unknown): Promise<string[]> {
  const { title, folder, what } = pickInput.parse(input);
  const properties: OpenDialogOptions['properties'] = folder
    ? ['openDirectory']
    : what === 'model'
      ? ['openFile']
      : ['openFile', 'multiSelections'];
  const { canceled, filePaths } = await dialog.showOpenDialog(windowOf(event), {
    title,
    properties,
    ...(!folder && { filters: filters[what] }),
  });
  if (canceled) return [];
  for (const path of filePaths) app.addRecentDocument(path);
  return filePaths;
}

async function saveReport(event: IpcMainInvokeEvent, input: unknown): Promise<{ where: string } | null> {
  const { fileName, content } = saveInput.parse(input);
  const extension = fileName.split('.').at(-1) ?? '';
  const { canceled, filePath } = await dialog.showSaveDialog(windowOf(event), {
    title: 'Save the report',
    defaultPath: join(app.getPath('documents'), fileName),
    filters: [{ name: reportFilters[extension] ?? 'File', extensions: [extension] }],
  });
  if (canceled || filePath === '') return null;
  await saveText(filePath, content);
  return { where: filePath };
}

async function reveal(_event: IpcMainInvokeEvent, input: unknown): Promise<boolean> {
  const path = z.string().parse(input);
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (exists) shell.showItemInFolder(path);
  return exists;
}

/** What the page may ask of the desktop. */
export function handleHostCalls(isOurs: IsOurs): void {
  handleTrusted(channels.pickData, isOurs, pickData);
  handleTrusted(channels.saveReport, isOurs, saveReport);
  handleTrusted(channels.reveal, isOurs, reveal);
  handleTrusted(channels.openLink, isOurs, (_event, address) => openOutside(z.string().parse(address)));
}
