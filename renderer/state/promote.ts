import type { Client } from '#shared/contract/index.ts';
import { client } from '../client/engine.ts';
import { runFollowed, type Follower } from './following.ts';
import { noteRegistryChange } from './registry.ts';
import { showToast } from './toasts.ts';
import { adopt, noteChange, reportFailure } from './workbench.ts';

type Registry = Client['registry'];
export type Promotion = Awaited<ReturnType<Registry['promote']>>;
type PromoteRequest = Parameters<Registry['promote']>[0];
type Asked = Pick<PromoteRequest, 'name' | 'version' | 'alias' | 'gate' | 'reference' | 'current'>;

/** Keeps the gate in the workspace; a suite file that it names is that of the workspace. */
async function requestFor(asked: Asked): Promise<PromoteRequest> {
  const mine = noteChange();
  adopt(await client.workspace.update({ gate: asked.gate }), mine);
  const { text } = await client.suites.read({});
  return { ...asked, suite: text };
}

/** What a gate finds; nothing is recorded. The failure is the caller's. */
export async function askGate(asked: Asked, follower: Follower): Promise<Promotion['outcome']> {
  const request = await requestFor(asked);
  return runFollowed('Asking the gate', follower, (context) => client.registry.tryGate(request, context));
}

/** Asks the gate, records what it finds, and promotes where it passes or is overridden. The failure is the caller's. */
export async function promote(asked: Asked, override: string | null, follower: Follower): Promise<Promotion> {
  const request = await requestFor(asked);
  // Also where it was stopped: it may have been decided by then.
  const work = (context: Follower): Promise<Promotion> => client.registry.promote({ ...request, override }, context);
  const done = await runFollowed('Promoting', follower, work).finally(noteRegistryChange);
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
