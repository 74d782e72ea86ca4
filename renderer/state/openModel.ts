import type { OpenedModel, ScoringSettings } from '#shared/domain/model.ts';
import { client } from '../client/engine.ts';
import { host } from '../host/currentHost.ts';
import { navigate } from './route.ts';
import { changeSettings } from './settings.ts';
import { baseName } from './sides.ts';
import { showToast } from './toasts.ts';
import { adopt, lastChange, noteChange, readWorkspace, reportFailure } from './workbench.ts';

const keepAtMost = 30;

/** How data are given to a model when nothing was said. */
export const plainScoring: ScoringSettings = { map: {}, nulls: 'refuse', fill: {} };

/** Saves the list of opened models at once. An answer that a later change has overtaken is not taken over. */
async function keep(openedModels: OpenedModel[], doing: string): Promise<boolean> {
  const before = readWorkspace();
  if (before === null) return false;
  const mine = noteChange();
  adopt({ ...before, openedModels });
  try {
    const kept = await client.workspace.update({ openedModels });
    if (mine === lastChange()) adopt(kept);
    return true;
  } catch (error) {
    adopt(before, mine);
    reportFailure(doing, error, null);
    return false;
  }
}

const opened = (): readonly OpenedModel[] => readWorkspace()?.openedModels ?? [];

/** Whether a name means a version of a registered model: name@3. */
export function isVersionName(reference: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]*@\d+$/.test(reference);
}

function openedWith(path: string, scoring = plainScoring): readonly OpenedModel[] {
  if (opened().some((each) => each.path === path)) return opened();
  const model: OpenedModel = { path, scoring, openedAt: new Date().toISOString() };
  return [model, ...opened()].slice(0, keepAtMost);
}

/** Puts a model file into the list of those that were opened, if it is not there yet. */
export async function rememberModel(path: string): Promise<void> {
  const next = openedWith(path);
  if (next !== opened()) await keep([...next], 'Keeping the model in the list');
}

/** Opens a model file and shows what it is. */
export async function openModelFile(path: string): Promise<void> {
  navigate({ page: 'models', query: { file: path } });
  await rememberModel(path);
}

/** Asks for a model file and opens it. */
export async function pickModel(): Promise<void> {
  try {
    const [path] = await host.pickData({ title: 'Choose a model', folder: false, what: 'model' });
    if (path !== undefined) await openModelFile(path);
  } catch (error) {
    reportFailure('Opening a model', error, () => void pickModel());
  }
}

/** How data are given to a model from now on; `usual` is how they are without a choice. */
export function changeScoring(path: string, change: Partial<ScoringSettings>, usual = plainScoring): Promise<boolean> {
  const next = openedWith(path, usual).map((each) => (each.path === path ? { ...each, scoring: { ...each.scoring, ...change } } : each));
  return keep(next, 'Saving how the model is filled');
}

/** Makes a model the one that both sides of a report are scored with. */
export async function scoreReportsWith(path: string, scoring: ScoringSettings): Promise<void> {
  const settings = readWorkspace()?.settings;
  if (settings === undefined) return;
  const undo = { label: 'Undo', run: () => void changeSettings(settings) };
  if (await changeSettings({ ...settings, model: { path, ...scoring } }))
    showToast(`From the next report on both sides are scored with ${baseName(path)}.`, { tone: 'good', action: undo });
}

/** Takes a model file out of the list; the file itself stays where it is. */
export async function forgetModel(path: string): Promise<void> {
  const before = [...opened()];
  if (
    !(await keep(
      before.filter((each) => each.path !== path),
      'Taking the model out of the list',
    ))
  )
    return;
  navigate({ page: 'models' });
  const undo = { label: 'Undo', run: () => void keep(before, 'Putting the model back').then(() => openModelFile(path)) };
  showToast(`${baseName(path)} was taken out of the list. The file stays.`, { action: undo });
}
