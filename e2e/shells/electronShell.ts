import { _electron, test } from '@playwright/test';
import type { App } from 'electron';
import { join } from 'node:path';
import { findElectron, isRoot, root } from '../../scripts/env.mjs';
import { desktopDialogs, reopen } from './desktop.ts';
import type { Desktop, Shell } from './shell.ts';

/** The desktop itself, where Electron's program is on the disk. */
export async function openElectronShell(folder: string): Promise<Shell> {
  const workspace = join(folder, 'workspace');
  const executablePath = findElectron();
  if (executablePath === null) throw new Error('Electron’s program is not installed');
  const app = await _electron.launch({
    executablePath,
    cwd: folder,
    args: [
      join(root, 'out/main/index.js'),
      `--user-data-dir=${join(folder, 'profile')}`,
      ...(isRoot() ? ['--no-sandbox'] : []),
      '--workspace',
      workspace,
    ],
  });
  const page = await app.firstWindow();
  const desktop = app as unknown as Desktop;
  return {
    page,
    desktop,
    workspace,
    ...desktopDialogs(desktop, folder),
    engineProcessId: () =>
      desktop.evaluate(
        ({ app: main }: { app: App }) => main.getAppMetrics().find(({ name }) => name === 'Driftglass engine')?.pid ?? 0,
        null,
      ),
    drop: async () => test.skip(true, 'a file made in the page has no path, and the mouse of the system cannot be moved from here'),
    open: (address = '') => reopen(page, address),
    close: () => app.close(),
  };
}
