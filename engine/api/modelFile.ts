import type { ScoringSettings } from '#shared/domain/model.ts';
import type { PathGuard } from '../store/pathGuard.ts';
import type { ModelRegistry } from '../store/registry/modelRegistry.ts';
import { resolveModel } from '../store/registry/resolveModel.ts';

/** How the subjects of the engine find a model: in a file, or in the registry by its name. */
export interface ModelFiles {
  readonly registry: () => Promise<ModelRegistry>;
  readonly guard: PathGuard;
}

/** The file of a model, what it goes by, and how data are given to it. */
export interface NamedModel {
  readonly path: string;
  /** null: the name of the file, and the version that the file says. */
  readonly name: string | null;
  readonly version: string | null;
}

/** Under what was registered with the version lies what was said now. */
function joined(kept: ScoringSettings | null, said: ScoringSettings): ScoringSettings {
  if (kept === null) return said;
  const nulls = said.nulls === 'refuse' ? kept.nulls : said.nulls;
  return { map: { ...kept.map, ...said.map }, nulls, fill: { ...kept.fill, ...said.fill } };
}

/**
 * The model that a path, name, name@alias or name@version means, and the settings to score with: those that were said, over
 * those kept with a registered version. Throws what resolving throws.
 */
export async function modelFile<T extends ScoringSettings>(
  reference: string,
  said: T,
  files: ModelFiles,
): Promise<{ readonly model: NamedModel; readonly settings: T }> {
  const { path, name, version, scoring } = await resolveModel(reference, files);
  const model = version === null ? { path, name: null, version: null } : { path, name, version: String(version) };
  return { model, settings: { ...said, ...joined(scoring, said) } };
}
