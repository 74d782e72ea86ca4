import type { Api } from '#shared/contract/index.ts';
import type { DataSource } from '#shared/domain/dataset.ts';
import type { ScoringSettings } from '#shared/domain/model.ts';
import { attributeDrift } from '../models/explain/attributeDrift.ts';
import { explainModel } from '../models/explain/explainModel.ts';
import { explainRow } from '../models/explain/explainRow.ts';
import type { ExplainRequest } from '../models/explain/openExplained.ts';
import { measureRobustness } from '../models/robustness/measureRobustness.ts';
import { renderExplanation } from '../report/explanations/renderExplanation.ts';
import type { PathGuard } from '../store/pathGuard.ts';

interface ExplanationsParts {
  readonly guard: PathGuard;
  readonly clock: () => Date;
}

interface ExplainedInput {
  readonly source: DataSource;
  readonly model: string;
  readonly settings: ScoringSettings;
  readonly where: string | null;
  readonly notFeatures: readonly string[];
  readonly target: string | null;
  readonly class: string | null;
  readonly seed: number;
}

export function explanationsApi({ guard, clock }: ExplanationsParts): Api['explanations'] {
  const allowed = async ({ source, model }: ExplainedInput, other: DataSource | null): Promise<void> => {
    await guard.read(model);
    await guard.read(source.path);
    if (other !== null) await guard.read(other.path);
  };
  const requestOf = (input: ExplainedInput): Omit<ExplainRequest, 'background'> => {
    const { source, model, settings, where, notFeatures, target, seed } = input;
    return { source, model: { path: model }, settings, where, notFeatures, target, chosenClass: input.class, seed };
  };
  const head = (): { createdAt: Date; modelName: null } => ({ createdAt: clock(), modelName: null });
  return {
    row: async (input, context) => {
      await allowed(input, input.background);
      const { background, row, values, backgroundRows, permutations } = input;
      return explainRow({ ...requestOf(input), background, row, values, backgroundRows, permutations }, head(), context);
    },
    model: async (input, context) => {
      await allowed(input, input.background);
      const { background, rows, backgroundRows, permutations, curveRows, repeats, metric, gridSize, curves } = input;
      const work = { background, rows, backgroundRows, permutations, curveRows, repeats, metric, gridSize, curves };
      return explainModel({ ...requestOf(input), ...work }, head(), context);
    },
    drift: async (input, context) => {
      await allowed(input, input.reference);
      const { reference, rows, permutations } = input;
      return attributeDrift({ ...requestOf(input), reference, rows, permutations }, head(), context);
    },
    robustness: async (input, context) => {
      await allowed(input, null);
      const { rows, robustness } = input;
      return measureRobustness({ ...requestOf(input), rows, robustness }, head(), context);
    },
    render: async ({ explanation, format }) => {
      const rendered = renderExplanation(explanation, format);
      return { ...rendered, bytes: Buffer.byteLength(rendered.content) };
    },
  };
}
