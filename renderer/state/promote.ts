import type { Client } from '#shared/contract/index.ts';
import { client } from '../client/engine.ts';
import { runJob } from './jobs.ts';
import { noteRegistryChange } from './registry.ts';
import { showToast } from './toasts.ts';
import { adopt, noteChange, readWorkspace, reportFailure } from './workbench.ts';

type Registry = Client['registry'];
export type Promotion = Awaited<ReturnType<Registry['promote']>>;
type PromoteRequest = Parameters<Registry['promote']>[0];
type Asked = Pick<PromoteRequest, 'name' | 'version' | 'alias' | 'gate'>;

/** Keeps the gate in the workspace; what the gate rests on is what the workspace has chosen. */
async function requestFor(asked: Asked): Promise<PromoteRequest> {
  const mine = noteChange();
  adopt(await client.workspace.update({ gate: asked.gate }), mine);
  const { text } = await client.suites.read({});
  const workspace = readWorkspace();
  return { ...asked, suite: text, reference: workspace?.reference ?? null, current: workspace?.current ?? null };
}

/** What a gate finds; nothing is recorded. The failure is the caller's. */
export async function askGate(asked: Asked): Promise<Promotion['outcome']> {
  const request = await requestFor(asked);
  return runJob('Asking the gate', (context) => client.registry.tryGate(request, context));
}

/** Asks the gate, records what it finds, and promotes where it passes or is overridden. The failure is the caller's. */
export async function promote(asked: Asked, override: string | null): Promise<Promotion> {
  const request = await requestFor(asked);
  const done = await runJob('Promoting', (context) => client.registry.promote({ ...request, override }, context));
  noteRegistryChange();
  if (done.promoted) {
    const { name, alias = 'champion', version } = asked;
    const undo = async (): Promise<void> => {
      if (done.outcome.holder === null) await client.registry.removeAlias({ name, alias, why: 'The promotion was undone at once.' });
      else await client.registry.rollback({ name, alias, why: 'The promotion was undone at once.' });
      noteRegistryChange();
    };
    const action = { label: 'Undo', run: () => void undo().catch((error: unknown) => reportFailure('Undoing the promotion', error, null)) };
    showToast(`${alias} of ${name} is version ${version} now.`, { tone: 'good', action });
  }
  return done;
}
