import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ResolvedModel } from '#shared/domain/registry.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { PathGuard } from '../pathGuard.ts';
import { parseReference } from './findVersion.ts';
import type { ModelRegistry } from './modelRegistry.ts';

interface ResolveParts {
  readonly registry: () => Promise<ModelRegistry>;
  readonly guard: PathGuard;
}

/**
 * The file that a reference to a model means: a file that exists, else `name@version`, `name@alias`, or `name` (its
 * champion, else its newest version) of the registry, whose content is checked. Throws E_FILE_NOT_FOUND, E_MODEL_UNKNOWN,
 * E_MODEL_CHANGED and E_PATH_NOT_ALLOWED.
 */
export async function resolveModel(reference: string, { registry, guard }: ResolveParts): Promise<ResolvedModel> {
  const parsed = parseReference(reference);
  const file = await stat(reference).catch(() => null);
  if (file?.isFile() === true || parsed === null) {
    await guard.read(reference);
    if (file === null) throw new AppError('E_FILE_NOT_FOUND', `There is no file ${reference}.`, { subject: { path: reference } });
    const name = basename(reference).replace(/\.onnx$/i, '');
    return { reference, path: reference, name, version: null, sha256: null, scoring: null };
  }
  const opened = await registry();
  if (/\.onnx$/i.test(reference) && !(await opened.state()).has(parsed.name)) {
    throw new AppError('E_FILE_NOT_FOUND', `There is no file ${reference}.`, { subject: { path: reference } });
  }
  const { path, version } = await opened.resolve(parsed);
  return { reference, path, name: version.model, version: version.version, sha256: version.sha256, scoring: version.scoring };
}
