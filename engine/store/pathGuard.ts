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

/** Characters that make a name a pattern for one of the readers. */
const patternCharacters = /[*?[\]{}()!+@|]/;

/** The names of a path below a folder up to the first that is a pattern. */
function plainStart(folder: string, path: string): string {
  const names = relative(folder, path).split(/[\\/]/);
  const first = names.findIndex((name) => patternCharacters.test(name));
  return join(folder, ...(first === -1 ? names : names.slice(0, first)));
}

async function isAllowed(root: string, path: string): Promise<boolean> {
  const realRoot = await followLinks(root);
  if (!isInside(realRoot, await followLinks(path))) return false;
  const written = [root, realRoot].find((folder) => isInside(folder, path));
  return written === undefined || isInside(realRoot, await followLinks(plainStart(written, path)));
}

/** Guards the given folders; null opens every path the user of this process may open. */
export function createPathGuard(roots: readonly string[] | null): PathGuard {
  if (roots === null) return anyPath;
  const check = async (path: string): Promise<void> => {
    for (const root of roots) {
      if (await isAllowed(resolve(root), resolve(path))) return;
    }
    throw refused(path);
  };
  return {
    read: async (path) => {
      // There is no telling where a step up from a pattern leads.
      if (patternCharacters.test(path) && path.includes('..')) throw refused(path);
      await check(path);
    },
    write: check,
  };
}

function refused(path: string): AppError {
  return new AppError('E_PATH_NOT_ALLOWED', `${path} is outside the folders that this workbench was opened with.`, {
    subject: { path },
  });
}
