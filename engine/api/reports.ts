import type { Api } from '#shared/contract/index.ts';
import type { ReportChanges } from '#shared/domain/changes.ts';
import type { DriftReport } from '#shared/domain/report.ts';
import { version } from '#shared/version.ts';
import { compareDatasets, type ComparedDatasets } from '../drift/compareDatasets.ts';
import { writeFileAtomically } from '../report/atomicWrite.ts';
import { compareReports } from '../report/changes/compareReports.ts';
import { renderChanges } from '../report/changes/renderChanges.ts';
import { renderReport } from '../report/renderReport.ts';
import type { PathGuard } from '../store/pathGuard.ts';
import { runId } from '../store/runId.ts';
import type { Workspace } from '../store/workspace.ts';
import { modelFile, type ModelFiles } from './modelFile.ts';
import { commandFor } from './commandFor.ts';

interface ReportsParts {
  readonly workspace: Workspace;
  readonly files: ModelFiles;
  readonly guard: PathGuard;
  readonly clock: () => Date;
}

function toReport(compared: ComparedDatasets, createdAt: Date): DriftReport {
  return {
    schemaVersion: 1,
    id: runId(createdAt, compared),
    createdAt: createdAt.toISOString(),
    producedBy: { name: 'driftglass', version },
    command: commandFor({ reference: compared.reference.path, current: compared.current.path, settings: compared.settings }),
    ...compared,
  };
}

export function reportsApi({ workspace, files, guard, clock }: ReportsParts): Api['reports'] {
  const render = async (id: string, format: Parameters<typeof renderReport>[1]): Promise<ReturnType<typeof renderReport>> =>
    renderReport(await workspace.runs.get(id), format);
  const changes = async ({ before, after }: { before: string; after: string }): Promise<ReportChanges> =>
    compareReports(await workspace.runs.get(before), await workspace.runs.get(after));
  return {
    create: async ({ reference, current, settings }, context) => {
      await guard.read(reference.path);
      await guard.read(current.path);
      const model = settings.model === null ? null : await modelFile(settings.model.path, settings.model, files);
      const started = performance.now();
      const compared = await compareDatasets({ reference, current, settings, model }, context);
      const report = toReport(compared, clock());
      await workspace.runs.add(report, Math.round(performance.now() - started));
      await workspace.remember(reference, current, clock());
      return report;
    },
    list: () => workspace.runs.list(),
    get: ({ id }) => workspace.runs.get(id),
    remove: async ({ id }) => {
      await workspace.runs.remove(id);
      return {};
    },
    restore: async ({ id }) => {
      await workspace.runs.restore(id);
      return {};
    },
    render: async ({ id, format }) => {
      const rendered = await render(id, format);
      return { ...rendered, bytes: Buffer.byteLength(rendered.content) };
    },
    changes,
    renderChanges: async ({ format, ...which }) => {
      const rendered = renderChanges(await changes(which), format);
      return { ...rendered, bytes: Buffer.byteLength(rendered.content) };
    },
    save: async ({ id, format, path }) => {
      await guard.write(path);
      const { content } = await render(id, format);
      await writeFileAtomically(path, content);
      return { path, bytes: Buffer.byteLength(content) };
    },
  };
}
