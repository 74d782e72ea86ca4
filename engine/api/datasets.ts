import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Api } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { inspectDataset } from '../data/inspectDataset.ts';
import { readPage } from '../data/readPage.ts';
import { saveRows } from '../data/saveRows.ts';
import { copyFileAtomically } from '../report/atomicWrite.ts';
import { fileStem } from '../report/renderReport.ts';
import type { PathGuard } from '../store/pathGuard.ts';
import type { Workspace } from '../store/workspace.ts';

interface DatasetsParts {
  readonly workspace: Workspace;
  readonly guard: PathGuard;
}

export function datasetsApi({ workspace, guard }: DatasetsParts): Api['datasets'] {
  const placeFor = async (path: string | null, name: string): Promise<string> => {
    if (path !== null) {
      await guard.write(path);
      return path;
    }
    const folder = await workspace.rowsFolder();
    if (folder === null) throw new AppError('E_USAGE', 'There is no workspace to save the rows in; name a file.');
    return join(folder, `${fileStem(name, 'rows')}.parquet`);
  };
  return {
    inspect: async ({ source }, context) => {
      await guard.read(source.path);
      return inspectDataset(source, context);
    },
    saveRows: async ({ source, derive, where, path, name }, context) => {
      await guard.read(source.path);
      const target = await placeFor(path, name);
      const rows = await saveRows({ source, derive, where, place: (file) => copyFileAtomically(file, target) }, context);
      return { path: target, rows, bytes: (await stat(target)).size };
    },
    page: async (input, context) => {
      await guard.read(input.source.path);
      return readPage(input, context);
    },
  };
}
