import { client } from '../client/engine.ts';
import { asAppError } from '../client/useCall.ts';
import { compare, openSample } from './compare.ts';
import { firstView, type FirstView } from './firstView.ts';
import { noticeRestart } from './notices.ts';
import { navigate } from './route.ts';
import { forgetInspections, inspected, readWorkspace, workbench } from './workbench.ts';

let begun = false;

/** A window that was opened without an address shows what is worth seeing; later it stays where it is. */
function beginAt(view: FirstView): void {
  if (begun) return;
  begun = true;
  if (!['', '#', '#/'].includes(window.location.hash)) return;
  if (view.kind === 'report') navigate({ page: 'report', id: view.id }, { replace: true });
  if (view.kind === 'compare') void compare();
  if (view.kind === 'sample') void openSample();
}

/** Opens the workspace and looks at the data sets that were chosen when it was last seen. */
export async function start(): Promise<void> {
  workbench.set({ startError: null });
  const before = readWorkspace();
  try {
    const [asRead, methods, runs] = await Promise.all([client.workspace.get({}), client.engine.methods({}), client.reports.list({})]);
    // Who was quicker than this answer, and chose data meanwhile, keeps the choice.
    const meanwhile = readWorkspace();
    const workspace = meanwhile === null || meanwhile === before ? asRead : meanwhile;
    workbench.set({ workspace, methods, runs });
    for (const source of [workspace.reference, workspace.current]) if (source !== null) void inspected(source);
    beginAt(firstView(workspace, runs));
  } catch (error) {
    workbench.set({ startError: asAppError(error) });
  }
}

/** Reads everything again after the engine was started again. */
export async function recover(): Promise<void> {
  noticeRestart(true);
  forgetInspections('all');
  await start();
}
