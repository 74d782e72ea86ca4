import type { Api } from '#shared/contract/index.ts';
import type { DataSource } from '#shared/domain/dataset.ts';
import type { ScoringSettings } from '#shared/domain/model.ts';
import type { Derivation } from '#shared/domain/settings.ts';
import { attributeDrift } from '../models/explain/attributeDrift.ts';
import { explainModel } from '../models/explain/explainModel.ts';
import { explainRow } from '../models/explain/explainRow.ts';
import type { ExplainRequest } from '../models/explain/openExplained.ts';
import { measureRobustness } from '../models/robustness/measureRobustness.ts';
import { renderExplanation } from '../report/explanations/renderExplanation.ts';
import type { PathGuard } from '../store/pathGuard.ts';
import { modelFile, type ModelFiles } from './modelFile.ts';

interface ExplanationsParts {
  readonly files: ModelFiles;
  readonly guard: PathGuard;
  readonly clock: () => Date;
}

interface ExplainedInput {
  readonly source: DataSource;
  readonly model: string;
  readonly settings: ScoringSettings;
  readonly derive: Derivation[];
  readonly where: string | null;
  readonly notFeatures: readonly string[];
  readonly target: string | null;
  readonly class: string | null;
  readonly seed: number;
}

export function explanationsApi({ files, guard, clock }: ExplanationsParts): Api['explanations'] {
  const requestOf = async (input: ExplainedInput, other: DataSource | null): Promise<Omit<ExplainRequest, 'background'>> => {
    const { source, derive, where, notFeatures, target, seed } = input;
    const { model, settings } = await modelFile(input.model, input.settings, files);
    await guard.read(source.path);
    if (other !== null) await guard.read(other.path);
    return { source, model, settings, derive, where, notFeatures, target, chosenClass: input.class, seed };
  };
  const head = (): { createdAt: Date } => ({ createdAt: clock() });
  return {
    row: async (input, context) => {
      const { background, row, values, backgroundRows, permutations } = input;
      const request = await requestOf(input, background);
      return explainRow({ ...request, background, row, values, backgroundRows, permutations }, head(), context);
    },
    model: async (input, context) => {
      const { background, rows, backgroundRows, permutations, curveRows, repeats, metric, gridSize, curves } = input;
      const work = { background, rows, backgroundRows, permutations, curveRows, repeats, metric, gridSize, curves };
      return explainModel({ ...(await requestOf(input, background)), ...work }, head(), context);
    },
    drift: async (input, context) => {
      const { reference, rows, permutations } = input;
      return attributeDrift({ ...(await requestOf(input, reference)), reference, rows, permutations }, head(), context);
    },
    robustness: async (input, context) => {
      const { rows, robustness } = input;
      return measureRobustness({ ...(await requestOf(input, null)), rows, robustness }, head(), context);
    },
    render: async ({ explanation, format }) => {
      const rendered = renderExplanation(explanation, format);
      return { ...rendered, bytes: Buffer.byteLength(rendered.content) };
    },
  };
}
