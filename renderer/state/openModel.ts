import type { OpenedModel, ScoringSettings } from '#shared/domain/model.ts';
import { client } from '../client/engine.ts';
import { host } from '../host/currentHost.ts';
import { navigate } from './route.ts';
import { baseName } from './sides.ts';
import { showToast } from './toasts.ts';
import { adopt, readWorkspace, reportFailure } from './workbench.ts';

const keepAtMost = 30;

/** How data are given to a model when nothing was said. */
export const plainScoring: ScoringSettings = { map: {}, nulls: 'refuse', fill: {} };

/** Whether a path names a model rather than data. */
export function isModelPath(path: string): boolean {
  return /\.(onnx|ort)$/i.test(path);
}

let saves = 0;

/** Saves the list of opened models at once. An answer that a later change has overtaken is not taken over. */
async function keep(openedModels: OpenedModel[], doing: string): Promise<boolean> {
  const before = readWorkspace();
  if (before === null) return false;
  const mine = ++saves;
  adopt({ ...before, openedModels });
  try {
    const kept = await client.workspace.update({ openedModels });
    if (mine === saves) adopt(kept);
    return true;
  } catch (error) {
    adopt(before);
    reportFailure(doing, error, null);
    return false;
  }
}

const opened = (): readonly OpenedModel[] => readWorkspace()?.openedModels ?? [];

function openedWith(path: string): readonly OpenedModel[] {
  if (opened().some((each) => each.path === path)) return opened();
  const model: OpenedModel = { path, scoring: plainScoring, openedAt: new Date().toISOString() };
  return [model, ...opened()].slice(0, keepAtMost);
}

/** Puts a model file into the list of those that were opened, if it is not there yet. */
export async function rememberModel(path: string): Promise<void> {
  const next = openedWith(path);
  if (next !== opened()) await keep([...next], 'Keeping the model in the list');
}

/** Opens a model file and shows what it is. */
export async function openModelFile(path: string): Promise<void> {
  await rememberModel(path);
  navigate({ page: 'models', query: { file: path } });
}

/** Asks for a model file and opens it. */
export async function pickModel(): Promise<void> {
  try {
    const [path] = await host.pickData({ title: 'Choose a model', folder: false, kind: 'model' });
    if (path !== undefined) await openModelFile(path);
  } catch (error) {
    reportFailure('Opening a model', error, () => void pickModel());
  }
}

/** How data are given to a model file from now on. */
export function changeScoring(path: string, change: Partial<ScoringSettings>): Promise<boolean> {
  const next = openedWith(path).map((each) => (each.path === path ? { ...each, scoring: { ...each.scoring, ...change } } : each));
  return keep(next, 'Saving how the model is filled');
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
