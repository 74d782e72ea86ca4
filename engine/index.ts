import type { Api } from '#shared/contract/index.ts';
import { datasetsApi } from './api/datasets.ts';
import { engineApi } from './api/engine.ts';
import { explanationsApi } from './api/explanations.ts';
import { modelsApi } from './api/models.ts';
import { registryApi } from './api/registry.ts';
import { reportsApi } from './api/reports.ts';
import { suitesApi } from './api/suites.ts';
import { trainingApi } from './api/training.ts';
import { workspaceApi } from './api/workspace.ts';
import { createPathGuard } from './store/pathGuard.ts';
import { openWorkspace } from './store/workspace.ts';

export { suiteJsonSchema } from './checks/suiteJsonSchema.ts';
export { alignedTable } from './report/alignedTable.ts';
export { writeFileAtomically } from './report/atomicWrite.ts';
export { changesTable } from './report/changes/changesTable.ts';
export { compareReports } from './report/changes/compareReports.ts';
export { renderChanges } from './report/changes/renderChanges.ts';
export { explanationTable } from './report/explanations/explanationTable.ts';
export { renderExplanation } from './report/explanations/renderExplanation.ts';
export { renderModelComparison, renderSignOff } from './report/models/renderModelPage.ts';
export { readReportFile } from './report/readReportFile.ts';
export { reportJsonSchema } from './report/reportJsonSchema.ts';
export { reportTable } from './report/reportTable.ts';
export { suiteTable } from './report/suite/suiteTable.ts';
export { makeSampleData } from './sample/makeSampleData.ts';
export { makeFolder } from './store/makeFolder.ts';
export { gateJsonSchema } from './signOff/readGate.ts';
export { cardJsonSchema } from './store/registry/cards.ts';
export { defaultWorkspaceFolder } from './store/workspaceFolder.ts';
export { version } from '#shared/version.ts';

/** How to start an engine. */
export interface EngineOptions {
  /** Folder of the workspace; null keeps nothing on disk (terminal, tests). */
  readonly workspace: string | null;
  readonly host: 'desktop' | 'browser' | 'terminal' | 'test';
  /** Folders that files may be read from and written to; null allows any path this user may open. */
  readonly roots: readonly string[] | null;
  /** Folder of the workspace whose registered models may be named; usually that of the workspace. */
  readonly modelsOf?: string;
  /** The clock of reports, for repeatable output. */
  readonly clock?: () => Date;
}

/** The engine as its hosts see it. */
export interface Engine {
  readonly api: Api;
  close(): Promise<void>;
}

/** Starts an engine. Nothing is opened or written before it is first asked for something. */
export function createEngine(options: EngineOptions): Engine {
  const workspace = openWorkspace(options.workspace);
  const keeper = options.modelsOf === undefined ? workspace : openWorkspace(options.modelsOf);
  const roots = options.roots === null || options.workspace === null ? options.roots : [...options.roots, options.workspace];
  const guard = createPathGuard(roots);
  const clock = options.clock ?? ((): Date => new Date());
  const files = { registry: keeper.models, guard };
  return {
    api: {
      datasets: datasetsApi({ workspace, guard }),
      engine: engineApi({ host: options.host }),
      explanations: explanationsApi({ files, guard, clock }),
      models: modelsApi({ workspace, files, guard }),
      registry: registryApi({ workspace: keeper, guard, clock }),
      reports: reportsApi({ workspace, files, guard, clock }),
      suites: suitesApi({ workspace, guard }),
      training: trainingApi({ workspace, guard }),
      workspace: workspaceApi({ workspace }),
    },
    close: () => workspace.close(),
  };
}
