import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from '#shared/domain/dataset.ts';
import type { ScoringResult, ScoringSettings } from '#shared/domain/model.ts';
import { reportSettings, type Derivation, type ReportSettings } from '#shared/domain/settings.ts';
import type { SectionId } from '#shared/domain/sections.ts';
import { compareDatasets, type ComparedDatasets } from '../drift/compareDatasets.ts';
import type { JobContext } from '../jobs/pacer.ts';
import { scoreDataset } from '../models/scoring/scoreDataset.ts';

/** A model that is to be scored with: its verified file and how data are given to it. */
export interface ModelToScore {
  readonly path: string;
  readonly name: string;
  readonly version: number | null;
  readonly scoring: ScoringSettings;
}

/** Which rows, and which columns are no features. */
export interface RowsToScore {
  readonly derive: readonly Derivation[];
  readonly where: string | null;
  readonly notFeatures: readonly string[];
}

/** Data with the predictions of one model. */
export interface ScoredAside {
  readonly source: DataSource;
  readonly result: ScoringResult;
}

/** A folder for scored data that nobody keeps; `close` removes it. */
export interface AsideFolder {
  score(name: string, model: ModelToScore, source: DataSource, rows: RowsToScore, context: JobContext): Promise<ScoredAside>;
  close(): Promise<void>;
}

/** A context that reports a part of the way of another one. */
export function partOf(context: JobContext, from: number, to: number): JobContext {
  return {
    signal: context.signal,
    progress: ({ share, message }) => context.progress({ share: share === null ? null : from + (to - from) * share, message }),
  };
}

export async function openAsideFolder(): Promise<AsideFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'driftglass-scored-'));
  return {
    score: async (name, { path, name: model, version, scoring }, source, rows, context) => {
      const output = join(folder, `${name}.parquet`);
      const named = { path, name: model, version: version === null ? null : String(version) };
      const place = (made: string): Promise<void> => rename(made, output);
      const request = { source, model: named, settings: scoring, ...rows, keep: null, output, place };
      const result = await scoreDataset(request, context);
      return { source: { path: output }, result };
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Columns that scoring adds to name the model: no data. */
const modelColumns = ['model_name', 'model_version', 'model_sha256'];

/** What a comparison of scored data asks for. */
export interface ScoredComparison {
  readonly reference: ScoredAside;
  readonly current: ScoredAside;
  readonly target: string | null;
  readonly positiveLabel: string | null;
  readonly ignore: readonly string[];
  readonly sections: readonly SectionId[];
  readonly more?: Partial<Pick<ReportSettings, 'segments' | 'fairness' | 'columns'>>;
}

/** The column in the role of the prediction; null where a model gives none. */
export function predictionOf({ result }: ScoredAside): string | null {
  return result.predictions.find(({ role }) => role === 'prediction')?.column ?? null;
}

/** Class → column of its probability. */
export function probabilitiesOf({ result }: ScoredAside): Record<string, string> {
  const found = result.predictions.filter((each) => each.role === 'probability' && each.class !== null);
  return result.task === 'classification' ? Object.fromEntries(found.map((each) => [each.class!, each.column])) : {};
}

/** The roles of the columns that both scorings added. */
function rolesOf(reference: ScoredAside, current: ScoredAside, target: string | null) {
  const others = probabilitiesOf(reference);
  const shared = Object.entries(probabilitiesOf(current)).filter(([label, column]) => others[label] === column);
  const prediction = predictionOf(current);
  return { target, prediction: predictionOf(reference) === prediction ? prediction : null, probabilities: Object.fromEntries(shared) };
}

/** Compares scored data as a report does, with the predictions in their roles. */
export function compareScored(asked: ScoredComparison, context: JobContext): Promise<ComparedDatasets> {
  const { reference, current, target, positiveLabel, sections, ignore, more } = asked;
  const settings = reportSettings.parse({
    sections: [...sections],
    ignore: [...modelColumns, ...ignore],
    roles: rolesOf(reference, current, target),
    performance: { task: target === null ? null : current.result.task, positiveLabel },
    ...more,
  });
  return compareDatasets({ reference: reference.source, current: current.source, settings }, context);
}
