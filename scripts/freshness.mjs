import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The folders and files that a build is made of. */
const sources = ['shared', 'engine', 'server', 'cli', 'renderer', 'electron', 'resources', 'electron.vite.config.ts', 'package-lock.json'];

function newestIn(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return path.endsWith('.test.ts') || path.endsWith('.test.tsx') ? 0 : found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

/** Whether a built file is missing or older than what it is built from. An installed package has no sources. */
export function isStale(root, builtFile) {
  const present = sources.map((name) => join(root, name)).filter(existsSync);
  const built = join(root, builtFile);
  if (!existsSync(built)) return true;
  return Math.max(0, ...present.map(newestIn)) > statSync(built).mtimeMs;
}
