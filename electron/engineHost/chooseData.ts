import type { Api } from '#shared/contract/index.ts';
import type { HandlerContext } from '#shared/contract/operation.ts';
import type { Side } from '#shared/domain/dataset.ts';

const alone: HandlerContext = { signal: new AbortController().signal, progress: () => undefined };

/** Where data named at the start belongs: two are reference and current, one goes where there is none yet. */
export async function chooseData(workspace: Api['workspace'], paths: readonly string[]): Promise<void> {
  const [first, second] = paths;
  if (first === undefined) return;
  if (second !== undefined) {
    await workspace.update({ reference: { path: first }, current: { path: second } }, alone);
    return;
  }
  const { reference } = await workspace.get({}, alone);
  const side: Side = reference === null ? 'reference' : 'current';
  await workspace.update({ [side]: { path: first } }, alone);
}
