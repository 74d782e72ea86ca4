import type { ReportSettings } from '#shared/domain/settings.ts';
import { client } from '../client/engine.ts';
import { adopt, readWorkspace, reportFailure } from './workbench.ts';

/** Saves settings at once. What is on view keeps the settings that it was made with. */
export async function changeSettings(settings: ReportSettings): Promise<boolean> {
  const before = readWorkspace();
  if (before === null) return false;
  adopt({ ...before, settings });
  try {
    adopt(await client.workspace.update({ settings }));
    return true;
  } catch (error) {
    adopt(before);
    reportFailure('Saving the settings', error, null);
    return false;
  }
}
