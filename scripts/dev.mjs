import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from './build.mjs';
import { findElectron, root } from './env.mjs';

// npm run dev: the desktop window, rebuilt and reloaded while you write. Without Electron's program the main process
// runs on the stand-in that the end-to-end tests use; look at its page through the debugging address of its Chromium.
async function main() {
  const electronVite = 'node_modules/electron-vite/bin/electron-vite.js';
  if (findElectron() !== null) return runNode(electronVite, ['dev', '--watch']);
  if (process.platform === 'win32') {
    console.error('Electron’s program is missing: run `npx install-electron`.');
    return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), 'driftglass-dev-'));
  const standIn = join(folder, 'electron');
  writeFileSync(standIn, `#!/bin/sh\nexec "${process.execPath}" --import "${join(root, 'e2e/host/register.mjs')}" "$@"\n`);
  chmodSync(standIn, 0o755);
  const env = { ...process.env, ELECTRON_EXEC_PATH: standIn, ELECTRON_TEST_HOST_FOLDER: folder };
  try {
    console.error('Electron’s program is missing; the main process runs on the stand-in for tests.');
    return await runNode(electronVite, ['dev', '--watch'], { env });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
