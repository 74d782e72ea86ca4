import type { Browser } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../../scripts/env.mjs';
import { dropFiles } from './dropFiles.ts';
import type { Shell } from './shell.ts';

/** The address that the server prints. */
async function addressOf(server: ChildProcess): Promise<string> {
  let printed = '';
  for await (const chunk of server.stdout ?? []) {
    printed += String(chunk);
    const address = /http:\/\/\S+/.exec(printed)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error(`the server gave no address: ${printed}`);
}

export interface ServerProcess {
  readonly address: string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

/** Starts the built server as a person would, in the folder that holds the data. */
export async function startServerProcess(args: readonly string[], cwd: string): Promise<ServerProcess> {
  const child = spawn(process.execPath, [join(root, 'out/main/serve.js'), '--no-open', ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await addressOf(child);
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    await exited;
  };
  return { address, child, stop };
}

/** The workbench in a browser tab, on its real server. */
export async function openBrowserShell(browser: Browser, folder: string): Promise<Shell> {
  const workspace = join(folder, 'workspace');
  const server = await startServerProcess(['--workspace', workspace], folder);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  await context.grantPermissions(['clipboard-write', 'clipboard-read']);
  const page = await context.newPage();
  await page.goto(server.address);
  const { origin } = new URL(server.address);
  return {
    page,
    desktop: null,
    workspace,
    engineProcessId: async () => {
      const answer = await page.request.post(`${origin}/rpc/engine/status`, { data: { json: {} }, headers: { origin } });
      return ((await answer.json()) as { json: { processId: number } }).json.processId;
    },
    chooseFiles: async (open, paths) => {
      const chooser = page.waitForEvent('filechooser');
      await open();
      await (await chooser).setFiles([...paths]);
    },
    saveFile: async (save) => {
      const download = page.waitForEvent('download');
      await save();
      return (await download).path();
    },
    drop: dropFiles,
    open: async (address = '') => {
      await page.evaluate((hash) => history.replaceState(null, '', `/${hash}`), address);
      await page.reload();
    },
    close: async () => {
      await context.close();
      await server.stop();
    },
  };
}
