import { join } from 'node:path';
import type { DataSource, Side } from '#shared/domain/dataset.ts';
import type { ScoringResult } from '#shared/domain/model.ts';
import type { ModelSetting, ReportModel, ScoredSide } from '#shared/domain/scoredModel.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';
import { moveFileAtomically } from '../../report/atomicWrite.ts';
import type { JobContext } from '../../jobs/pacer.ts';
import { inspectOpened } from '../openModel.ts';
import { scoreDataset, type ScoreRequest } from './scoreDataset.ts';

/** Both sides with the predictions of a model beside their columns. */
export interface ScoredSides {
  readonly model: ReportModel;
  /** The files to read in place of the data, by side. The condition on rows was applied already. */
  readonly files: Readonly<Record<Side, string>>;
  /** The settings with the roles and the task that the model gives, where they were not given. */
  readonly settings: ReportSettings;
}

export interface SidesToScore {
  readonly reference: DataSource;
  readonly current: DataSource;
  readonly settings: ReportSettings;
  readonly model: { readonly model: ScoreRequest['model']; readonly settings: ModelSetting };
  /** A folder for the scored files; who gives it removes it. */
  readonly folder: string;
}

function notFeatures({ roles, ignore }: ReportSettings): string[] {
  const { target, prediction, id, datetime, weight, probabilities } = roles;
  const named = [target, prediction, id, datetime, weight].filter((column) => column !== null);
  return [...new Set([...named, ...Object.values(probabilities), ...ignore])];
}

async function scoreSide(side: Side, request: SidesToScore, context: JobContext): Promise<ScoringResult & { path: string }> {
  const { settings, model, folder } = request;
  const path = join(folder, `${side}.parquet`);
  const scoring = {
    source: request[side],
    ...model,
    derive: settings.derive,
    where: settings.where,
    keep: null,
    notFeatures: notFeatures(settings),
    output: path,
    place: (made: string) => moveFileAtomically(made, path),
    stamp: false,
  };
  const progress: JobContext['progress'] = ({ share, message }) => context.progress({ share, message: `${side}: ${message}` });
  return { ...(await scoreDataset(scoring, { ...context, progress })), path };
}

/** The settings with what the model says of its predictions; what a person gave stands. */
function withPredictions(settings: ReportSettings, { predictions, task }: ScoringResult): ReportSettings {
  const { roles, performance } = settings;
  const prediction = predictions.find(({ role }) => role === 'prediction')?.column ?? null;
  const probabilities = Object.fromEntries(
    predictions.flatMap(({ role, class: of, column }) => (role === 'probability' && of !== null ? [[of, column]] : [])),
  );
  const hasProbabilities = Object.keys(roles.probabilities).length > 0;
  const predicts = prediction !== null || Object.keys(probabilities).length > 0;
  return {
    ...settings,
    roles: {
      ...roles,
      prediction: roles.prediction ?? prediction,
      probabilities: hasProbabilities ? roles.probabilities : probabilities,
    },
    performance: { ...performance, task: performance.task ?? (predicts ? task : null) },
  };
}

const sideOf = ({ rows, missing, notFinite, replaced }: ScoringResult): ScoredSide => ({ rows, missing, notFinite, replaced });

/**
 * Scores both sides of a comparison into files of a temporary folder, in bounded memory. A side that is the same data as the
 * other is scored once. Throws what scoring throws.
 */
export async function scoreSides(request: SidesToScore, context: JobContext): Promise<ScoredSides> {
  const { model, settings } = request;
  const notes = (await inspectOpened(model.model.path)).notes;
  const reference = await scoreSide('reference', request, context);
  const isSame = request.reference.path === request.current.path;
  const current = isSame ? reference : await scoreSide('current', request, context);
  const { name, version, sha256 } = reference.model;
  const { task, mapped, predictions } = current;
  return {
    files: { reference: reference.path, current: current.path },
    settings: withPredictions(settings, current),
    model: {
      name,
      path: settings.model?.path ?? model.model.path,
      version,
      sha256,
      task,
      mapped,
      predictions,
      notes: [...notes],
      reference: sideOf(reference),
      current: sideOf(current),
    },
  };
}
