import type { Side } from '#shared/domain/dataset.ts';
import { host } from '../host/currentHost.ts';
import { attempt } from './attempt.ts';
import { guessRoles } from './guessRoles.ts';
import { chooseModel, isModel } from './model.ts';
import { openModelFile } from './openModel.ts';
import { currentRoute } from './route.ts';
import { baseName, sideLabels } from './sides.ts';
import { showToast } from './toasts.ts';
import { chooseSources, swapSources } from './compare.ts';
import { readWorkspace } from './workbench.ts';

/** Asks for a file or folder for one side; two files at once are a whole comparison. */
export function pickFor(side: Side, folder: boolean): Promise<void> {
  return attempt('Opening data', async () => {
    const paths = await host.pickData({ title: `Choose the ${side} data`, folder });
    const [path] = paths;
    if (path === undefined) return;
    if (paths.length > 1) await takePaths(paths);
    else await chooseSources({ [side]: { path } });
  });
}

/** Takes data that came without a role: guesses it, says so, and offers to turn it round. */
export function takePaths(given: readonly string[]): Promise<void> {
  return attempt('Opening data', async () => {
    const model = given.find(isModel);
    if (model !== undefined) {
      if (currentRoute().page === 'models') await openModelFile(model);
      else {
        await chooseModel(model);
        const look = { label: 'Look at it', run: () => void openModelFile(model) };
        showToast(`${baseName(model)} is the model; both data sets are scored with it.`, { action: look });
      }
    }
    const paths = given.filter((path) => !isModel(path));
    if (paths.length === 0) return;
    const workspace = readWorkspace();
    const taken = { reference: workspace?.reference != null, current: workspace?.current != null };
    const guess = guessRoles(paths, taken);
    const sides = (Object.keys(guess) as Side[]).sort().reverse();
    const said = sides.map((side) => `${baseName(guess[side] ?? '')} is the ${sideLabels[side].toLowerCase()}`);
    const rest = paths.length > 2 ? ` ${paths.length - 2} more left out: name a folder or a pattern to compare many files at once.` : '';
    showToast(`${said.join(', ')}.${rest}`, { action: sides.length === 2 ? { label: 'Swap', run: swapSources } : null });
    await chooseSources(Object.fromEntries(Object.entries(guess).map(([side, path]) => [side, { path }])));
  });
}

/** Takes files that were dropped, on one side's place or anywhere. */
export function takeFiles(files: readonly File[], side: Side | null): Promise<void> {
  return attempt('Opening the dropped files', async () => {
    const paths = await host.pathsOf(files);
    const [path] = paths;
    if (path === undefined) return;
    if (side !== null && paths.length === 1 && !isModel(path)) await chooseSources({ [side]: { path } });
    else await takePaths(paths);
  });
}
