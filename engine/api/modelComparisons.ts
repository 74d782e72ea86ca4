import type { Api } from '#shared/contract/index.ts';
import { scoringSettings } from '#shared/domain/model.ts';
import { compareModels, type BothModels, type ModelToCompare } from '../modelComparison/compareModels.ts';
import { replayFolder } from '../modelComparison/replayFolder.ts';
import type { PathGuard } from '../store/pathGuard.ts';
import type { ModelRegistry } from '../store/registry/modelRegistry.ts';
import { resolveModel } from '../store/registry/resolveModel.ts';

interface ComparisonParts {
  readonly open: () => Promise<ModelRegistry>;
  readonly guard: PathGuard;
}

/** The operations that set two models side by side. */
export function modelComparisonsApi({ open, guard }: ComparisonParts): Pick<Api['registry'], 'compare' | 'replay'> {
  const settled = async (reference: string): Promise<ModelToCompare> => {
    const { path, name, version, scoring } = await resolveModel(reference, { registry: open, guard });
    return { reference, path, name, version, scoring: scoring ?? scoringSettings.parse({}) };
  };
  const both = async (request: { champion: string; challenger: string; data: { path: string } }): Promise<BothModels> => {
    await guard.read(request.data.path);
    return { champion: await settled(request.champion), challenger: await settled(request.challenger) };
  };
  return {
    compare: async (request, context) => compareModels(request, await both(request), context),
    replay: async (request, context) => replayFolder(request, await both(request), context),
  };
}
