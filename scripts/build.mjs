import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './env.mjs';
import { isStale } from './freshness.mjs';

/** Runs a Node program of a dependency to its end; gives its exit code. */
export function runNode(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, program), ...args], { cwd: root, stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Builds everything if a source is newer than what was built, or nothing was. */
export async function buildIfStale() {
  if (!isStale(root, 'out/main/serve.js') && !isStale(root, 'out/renderer/index.html')) return;
  console.error('Building Driftglass…');
  // Standard output belongs to whoever asked for the build: it may be a report on its way into a pipe.
  const code = await runNode('node_modules/electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'error'], {
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0) throw new Error('The build failed; its messages are above.');
}
