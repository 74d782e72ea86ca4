import { readdirSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { root } from './env.mjs';

const notOurs = new Set(['node_modules', 'out', 'dist', 'demo', 'test-results', 'playwright-report']);

function below(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return notOurs.has(entry.name) || entry.name.startsWith('.') ? [] : below(path);
    return [path];
  });
}

/** The files of the project with these endings, as paths from its root. */
export function sourceFiles(...endings) {
  const files = below(root).filter((path) => endings.includes(extname(path)));
  return files.map((path) => relative(root, path).replaceAll('\\', '/')).sort();
}
