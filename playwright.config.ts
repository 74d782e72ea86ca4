import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';
import type { WorkbenchOptions } from './e2e/workbench.ts';
import { findChromium, findElectron, isRoot } from './scripts/env.mjs';

const executablePath = findChromium();
const launchOptions = {
  ...(executablePath !== null && { executablePath }),
  args: isRoot() ? ['--no-sandbox'] : [],
};

/** One project a host; the specs are the same. Electron itself only where its program is on the disk. */
const projects: PlaywrightTestConfig<object, WorkbenchOptions>['projects'] = [
  { name: 'browser', use: { host: 'browser' }, grepInvert: /@desktop/ },
  { name: 'host', use: { host: 'host' }, grepInvert: /@browser/ },
  ...(findElectron() === null ? [] : [{ name: 'electron', use: { host: 'electron' as const }, grepInvert: /@browser|@stand-in/ }]),
];

export default defineConfig<object, WorkbenchOptions>({
  testDir: 'e2e/specs',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: { launchOptions },
  projects,
});
