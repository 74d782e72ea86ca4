import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { AppError } from '#shared/errors/AppError.ts';

/** Refuses paths outside the folders that were opened. */
export interface PathGuard {
  /** A file, folder or pattern to read. */
  read(path: string): Promise<void>;
  /** A file to write. */
  write(path: string): Promise<void>;
}

const anyPath: PathGuard = { read: async () => undefined, write: async () => undefined };

/** The part of a path before its first pattern character, up to a whole name. */
function beforePattern(path: string): string {
  const parts = path.split(/(?<=[\\/])/);
  const first = parts.findIndex((part) => /[*?[\]{}]/.test(part));
  return first === -1 ? path : parts.slice(0, first).join('');
}

/** The path with every link followed; names that do not exist yet are kept under the nearest folder that does. */
async function followLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    if (parent === path) return path;
    return join(await followLinks(parent), path.slice(parent.length));
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way.split(/[\\/]/, 1)[0] !== '..' && !isAbsolute(way);
}

function hasStepUpAfterPattern(path: string): boolean {
  return path.slice(beforePattern(path).length).split(/[\\/]/).includes('..');
}

/** Guards the given folders; null opens every path the user of this process may open. */
export function createPathGuard(roots: readonly string[] | null): PathGuard {
  if (roots === null) return anyPath;
  const check = async (path: string, start: string): Promise<void> => {
    const real = await followLinks(resolve(start));
    for (const root of roots) {
      if (isInside(await followLinks(resolve(root)), real)) return;
    }
    throw refused(path);
  };
  return {
    read: async (path) => {
      if (hasStepUpAfterPattern(path)) throw refused(path);
      // A file whose own name holds pattern characters is looked for first, so both readings must lie inside.
      await check(path, beforePattern(path));
      if (beforePattern(path) !== path) await check(path, path);
    },
    write: (path) => check(path, path),
  };
}

function refused(path: string): AppError {
  return new AppError('E_PATH_NOT_ALLOWED', `${path} is outside the folders that this workbench was opened with.`, {
    subject: { path },
  });
}
