import type { Api } from '#shared/contract/index.ts';
import { makeSampleData } from '../sample/makeSampleData.ts';
import { sampleSettings } from '../sample/sampleSettings.ts';
import type { Workspace } from '../store/workspace.ts';

export function workspaceApi({ workspace }: { workspace: Workspace }): Api['workspace'] {
  return {
    get: () => workspace.state(),
    update: (change) => workspace.update(change),
    openSample: async (_, context) => {
      const sample = await makeSampleData(await workspace.sampleFolder(), context);
      return workspace.update({ reference: sample.reference, current: sample.current, settings: sampleSettings() });
    },
  };
}
