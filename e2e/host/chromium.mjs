import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '../../scripts/env.mjs';

const suffix = '.electron-host.invalid';

/** A page of `app://bundle/x` is loaded as `https://bundle.app.electron-host.invalid/x`: Chromium knows no scheme of ours. */
export function toChromium(address) {
  const url = new URL(address);
  if (['http:', 'https:', 'about:', 'data:'].includes(url.protocol)) return address;
  return `https://${url.host}.${url.protocol.slice(0, -1)}${suffix}${url.pathname}${url.search}${url.hash}`;
}

export function fromChromium(address) {
  const url = new URL(address);
  if (!url.host.endsWith(suffix)) return address;
  const [host, scheme] = url.host.slice(0, -suffix.length).split(/\.(?=[^.]*$)/);
  return `${scheme}://${host}${url.pathname}${url.search}${url.hash}`;
}

export function schemeOf(address) {
  const url = new URL(fromChromium(address));
  return url.protocol.slice(0, -1);
}

export function isLoopback(address) {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname);
}

/** Starts Chromium with a profile of its own; the test connects to the same browser at `address`. */
export async function launchChromium(profile) {
  const executablePath = findChromium();
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath !== null && { executablePath }),
    args: ['--remote-debugging-port=0', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    viewport: { width: 1440, height: 900 },
    colorScheme: null,
    acceptDownloads: true,
  });
  const portFile = join(profile, 'DevToolsActivePort');
  if (!existsSync(portFile)) throw new Error('electron test host: Chromium gave no debugging port');
  const [port] = (await readFile(portFile, 'utf8')).split('\n');
  return { context, address: `http://127.0.0.1:${port}` };
}
