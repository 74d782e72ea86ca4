import { chromium, type Page } from '@playwright/test';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { basename, join } from 'node:path';
import { root } from '../../scripts/env.mjs';
import { desktopDialogs, reopen } from './desktop.ts';
import { dropFiles } from './dropFiles.ts';
import type { Desktop, Shell } from './shell.ts';

interface Message {
  readonly t: 'ready' | 'answer';
  readonly id?: number;
  readonly address?: string;
  readonly value?: string | null;
  readonly error?: string;
}

function messageOf(child: ChildProcess, isWanted: (message: Message) => boolean): Promise<Message> {
  return new Promise((resolve, reject) => {
    const listener = (message: unknown): void => {
      if (!isWanted(message as Message)) return;
      leave();
      resolve(message as Message);
    };
    const onExit = (code: number | null): void => {
      leave();
      reject(new Error(`the main process ended with code ${code}`));
    };
    const leave = (): void => {
      child.off('message', listener);
      child.off('exit', onExit);
    };
    child.on('message', listener).on('exit', onExit);
  });
}

function desktopOf(child: ChildProcess): Desktop {
  let lastId = 0;
  return {
    evaluate: async <R, A>(work: (electron: never, arg: A) => R | Promise<R>, arg: A): Promise<R> => {
      const id = ++lastId;
      const answer = messageOf(child, (message) => message.t === 'answer' && message.id === id);
      child.send({ t: 'evaluate', id, source: String(work), arg });
      const { value, error } = await answer;
      if (error !== undefined) throw new Error(error);
      return (value === null || value === undefined ? undefined : JSON.parse(value)) as R;
    },
  };
}

interface TestHost {
  readonly testHost: { knowFiles(paths: Record<string, string>): void; children: { pid: number }[] };
}

async function connect(address: string): Promise<{ page: Page; disconnect: () => Promise<void> }> {
  // Without `noDefaults` this second client would undo the colour scheme that the first one emulates.
  const browser = await chromium.connectOverCDP(address, { noDefaults: true } as object);
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('the main process opened no window');
  await page.waitForURL((url) => url.href !== 'about:blank');
  return { page, disconnect: () => browser.close() };
}

/** The built main process on the stand-in for Electron: see e2e/host. */
export async function openHostShell(folder: string, args: readonly string[] = []): Promise<Shell> {
  const workspace = join(folder, 'workspace');
  const child = fork(join(root, 'out/main/index.js'), ['--workspace', workspace, ...args], {
    cwd: folder,
    execArgv: ['--import', new URL('../host/register.mjs', import.meta.url).href],
    env: { ...process.env, ELECTRON_TEST_HOST_FOLDER: join(folder, 'host') },
  });
  const { address } = await messageOf(child, (message) => message.t === 'ready');
  const { page, disconnect } = await connect(String(address));
  const desktop = desktopOf(child);
  return {
    page,
    desktop,
    workspace,
    ...desktopDialogs(desktop, folder),
    engineProcessId: () => desktop.evaluate(({ testHost }: TestHost) => testHost.children.at(-1)?.pid ?? 0, null),
    drop: async (target, paths) => {
      const known = Object.fromEntries(paths.map((path) => [basename(path), path]));
      await desktop.evaluate(({ testHost }: TestHost, names) => testHost.knowFiles(names), known);
      await dropFiles(target, paths);
    },
    open: (address = '') => reopen(page, address),
    close: async () => {
      await disconnect();
      const exited = once(child, 'exit');
      child.send({ t: 'quit' });
      await exited;
    },
  };
}
