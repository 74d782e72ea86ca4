import { expect, test as base, type Page } from '@playwright/test';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDataFiles, type DataFiles } from './dataFiles.ts';
import { openBrowserShell } from './shells/browserShell.ts';
import { openElectronShell } from './shells/electronShell.ts';
import { openHostShell } from './shells/hostShell.ts';
import type { HostKind, Shell } from './shells/shell.ts';
import { HomePage } from './pages/HomePage.ts';
import { ReportPage } from './pages/ReportPage.ts';
import { ModelsPage } from './pages/ModelsPage.ts';
import { TestsPage } from './pages/TestsPage.ts';
import { WindowFrame } from './pages/WindowFrame.ts';

export interface WorkbenchOptions {
  readonly host: HostKind;
}

interface WorkerFixtures extends WorkbenchOptions {
  readonly folder: string;
  readonly files: DataFiles;
  readonly runningShell: Shell;
}

interface TestFixtures {
  /** What the page complained of so far; a test that provokes complaints empties it. */
  readonly complaints: string[];
  readonly shell: Shell;
  readonly home: HomePage;
  readonly report: ReportPage;
  readonly tests: TestsPage;
  readonly models: ModelsPage;
  readonly frame: WindowFrame;
}

/** Every test begins with an empty workspace and a page just loaded; the sample, once made, may stay. */
async function startAfresh(shell: Shell): Promise<void> {
  // What still runs is given up with its page, before its traces are removed.
  await shell.open('#/home');
  await mkdir(shell.workspace, { recursive: true });
  const kept = (await readdir(shell.workspace)).filter((name) => name !== 'sample');
  await Promise.all(kept.map((name) => rm(join(shell.workspace, name), { recursive: true, force: true })));
  await shell.page.evaluate(() => window.localStorage.clear());
  await shell.open('#/home');
}

/** What the page complained of: broken scripts, and anything its security policy had to stop. */
function watchComplaints(page: Page): { complaints: string[]; stop: () => void } {
  const complaints: string[] = [];
  const onError = (error: Error): void => void complaints.push(error.stack ?? error.message);
  const onConsole = (message: { type(): string; text(): string }): void => {
    if (/Content Security Policy|React|Warning:/.test(message.text()) && message.type() === 'error') complaints.push(message.text());
  };
  page.on('pageerror', onError).on('console', onConsole);
  const stop = (): void => void page.off('pageerror', onError).off('console', onConsole);
  return { complaints, stop };
}

export type Fixtures = TestFixtures & WorkerFixtures;

export const test = base.extend<TestFixtures, WorkerFixtures>({
  host: ['browser', { option: true, scope: 'worker' }],
  // eslint-disable-next-line no-empty-pattern
  folder: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'driftglass-e2e-'));
      await use(folder);
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
    { scope: 'worker' },
  ],
  files: [async ({ folder }, use) => use(await makeDataFiles(folder)), { scope: 'worker' }],
  runningShell: [
    async ({ host, folder, playwright }, use) => {
      if (host === 'browser') {
        const browser = await playwright.chromium.launch();
        const shell = await openBrowserShell(browser, folder);
        await use(shell);
        await shell.close();
        await browser.close();
      } else {
        const shell = host === 'host' ? await openHostShell(folder) : await openElectronShell(folder);
        await use(shell);
        await shell.close();
      }
    },
    { scope: 'worker' },
  ],
  complaints: async ({ runningShell }, use) => {
    const { complaints, stop } = watchComplaints(runningShell.page);
    await use(complaints);
    stop();
    expect(complaints).toEqual([]);
  },
  shell: async ({ runningShell, complaints: _ }, use) => {
    await startAfresh(runningShell);
    await use(runningShell);
  },
  home: async ({ shell }, use) => use(new HomePage(shell)),
  report: async ({ shell }, use) => use(new ReportPage(shell)),
  tests: async ({ shell }, use) => use(new TestsPage(shell)),
  models: async ({ shell }, use) => use(new ModelsPage(shell)),
  frame: async ({ shell }, use) => use(new WindowFrame(shell)),
});

export { expect };
