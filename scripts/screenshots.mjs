import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from './build.mjs';
import { findChromium, isRoot, root } from './env.mjs';

// npm run screenshots [-- --all --folder DIR]: opens the workbench on the sample, looks at the column that drifted most,
// and takes docs/screenshot.png. --all takes every page, light and dark, for looking at.

const size = { width: 1440, height: 900 };
const pages = ['home', 'data', 'report', 'tests', 'models', 'settings'];

async function addressOf(server) {
  let text = '';
  for await (const part of server.stdout) {
    text += part;
    const address = /http:\/\/127\S+/.exec(text)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error(`The workbench gave no address: ${text}`);
}

async function startWorkbench(workspace) {
  const words = [join(root, 'out/main/serve.js'), '--no-open', '--workspace', workspace];
  const server = spawn(process.execPath, words, { cwd: workspace, stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = async () => {
    server.kill('SIGTERM');
    await once(server, 'exit');
  };
  return { address: await addressOf(server), stop };
}

async function openReport(page, address) {
  await page.goto(address);
  await page.getByText('trip_distance').first().waitFor({ timeout: 60_000 });
}

async function takeMain(page, folder) {
  await page.getByText('trip_distance').first().click();
  await page.locator('canvas').first().waitFor();
  // Charts and fonts have no event for being done; they are when two pictures in a row are equal.
  let before = await page.screenshot();
  for (let i = 0; i < 20; i += 1) {
    await page.waitForTimeout(150);
    const now = await page.screenshot();
    if (now.equals(before)) break;
    before = now;
  }
  await page.screenshot({ path: join(folder, 'screenshot.png') });
}

async function takeAll(page, folder) {
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    for (const name of pages) {
      await page.keyboard.press('Escape');
      await page
        .getByRole('navigation')
        .getByRole('link', { name: new RegExp(name, 'i') })
        .first()
        .click();
      await page.waitForTimeout(600);
      await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
    }
  }
}

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false }, folder: { type: 'string' } } });
const folder = values.folder ?? join(root, 'docs');
mkdirSync(folder, { recursive: true });
const executablePath = findChromium();
if (executablePath === null) throw new Error('No Chromium was found; `npm run test:e2e` installs one.');
await buildIfStale();
const base = mkdtempSync(join(tmpdir(), 'driftglass-screenshots-'));
const workspace = join(base, 'taxi');
mkdirSync(workspace);
const workbench = await startWorkbench(workspace);
const browser = await chromium.launch({ executablePath, args: isRoot() ? ['--no-sandbox'] : [] });
try {
  const page = await (await browser.newContext({ viewport: size, colorScheme: 'light', timezoneId: 'UTC' })).newPage();
  await openReport(page, workbench.address);
  await takeMain(page, folder);
  if (values.all) await takeAll(page, folder);
} finally {
  await browser.close();
  await workbench.stop();
  rmSync(base, { recursive: true, force: true });
}
console.log(`Screenshots are in ${folder}.`);
