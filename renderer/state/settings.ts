import type { ReportSettings } from '#shared/domain/settings.ts';
import { client } from '../client/engine.ts';
import { adopt, noteChange, readWorkspace, reportFailure } from './workbench.ts';

/** Changes reach the engine in the order in which they were made. */
let sending: Promise<unknown> = Promise.resolve();

/** Saves settings at once. What is on view keeps the settings that it was made with. */
export async function changeSettings(settings: ReportSettings): Promise<boolean> {
  const before = readWorkspace();
  if (before === null) return false;
  const mine = noteChange();
  adopt({ ...before, settings });
  try {
    const sent = sending.then(() => client.workspace.update({ settings }));
    sending = sent.catch(() => undefined);
    adopt(await sent, mine);
    return true;
  } catch (error) {
    adopt(before, mine);
    reportFailure('Saving the settings', error, null);
    return false;
  }
}
