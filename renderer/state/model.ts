import type { ModelSetting } from '#shared/domain/scoredModel.ts';
import { host } from '../host/currentHost.ts';
import { withKnownColumns } from './knownColumns.ts';
import { attempt } from './attempt.ts';
import { changeSettings } from './settings.ts';
import { inspected, readWorkspace } from './workbench.ts';

/** Whether a file is a model by its name. */
export const isModel = (path: string): boolean => path.toLowerCase().endsWith('.onnx');

/** Takes a model that both sides are scored with from now on; null takes it away, and what the settings say of its predictions. */
export async function chooseModel(path: string | null): Promise<void> {
  const workspace = readWorkspace();
  if (workspace === null) return;
  const { settings, reference, current } = workspace;
  if (path !== null) {
    await changeSettings({ ...settings, model: { path, map: {}, nulls: 'refuse', fill: {} } });
    return;
  }
  const sources = [reference, current].filter((source) => source !== null);
  const found = await Promise.all(sources.map(inspected));
  const names = found.flatMap((each) => (each.status === 'ready' ? each.info.columns.map(({ column }) => column) : []));
  const without = { ...settings, model: null };
  await changeSettings(names.length === 0 ? without : withKnownColumns(without, new Set(names)).settings);
}

/** Changes how the data are given to the model. */
export async function changeModel(part: Partial<ModelSetting>): Promise<void> {
  const settings = readWorkspace()?.settings;
  if (settings?.model == null) return;
  await changeSettings({ ...settings, model: { ...settings.model, ...part } });
}

export function pickModel(): Promise<void> {
  return attempt('Opening a model', async () => {
    const [path] = await host.pickData({ title: 'Choose a model', folder: false, what: 'model' });
    if (path !== undefined) await chooseModel(path);
  });
}

export function takeModelFiles(files: readonly File[]): Promise<void> {
  return attempt('Opening the dropped model', async () => {
    const [path] = await host.pathsOf(files.filter(({ name }) => isModel(name)).slice(0, 1));
    if (path !== undefined) await chooseModel(path);
  });
}
