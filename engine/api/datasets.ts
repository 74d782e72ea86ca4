import type { Api } from '#shared/contract/index.ts';
import { inspectDataset } from '../data/inspectDataset.ts';
import { readPage } from '../data/readPage.ts';
import type { PathGuard } from '../store/pathGuard.ts';

export function datasetsApi({ guard }: { guard: PathGuard }): Api['datasets'] {
  return {
    inspect: async ({ source }, context) => {
      await guard.read(source.path);
      return inspectDataset(source, context);
    },
    page: async (input, context) => {
      await guard.read(input.source.path);
      return readPage(input, context);
    },
  };
}
