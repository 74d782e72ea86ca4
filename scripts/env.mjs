import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

// What this machine has: a browser for the tests, Electron's program, a display.

export const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);

/** `electron` must not be imported here: asking the package for its program starts a download. */
export function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const folder = dirname(require.resolve('electron/package.json'));
  const pathFile = join(folder, 'path.txt');
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : (names[process.platform] ?? 'electron');
  const program = override ? join(override, name) : join(folder, 'dist', name);
  return existsSync(program) ? program : null;
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function usualBrowsers() {
  if (process.platform === 'win32') {
    const bases = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']].filter(Boolean);
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return programs.flatMap((program) => bases.map((base) => join(base, program)));
  }
  if (process.platform === 'darwin') {
    const programs = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
    return programs.flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map((base) => `${base}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  return onPath(['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']);
}

/** Playwright's own browser, if it was installed. */
function playwrightBrowser() {
  try {
    return require('@playwright/test').chromium.executablePath();
  } catch {
    return '';
  }
}

/** A browser of Chromium's kind to draw pages with; null where there is none. */
export function findChromium() {
  const named = process.env.DRIFTGLASS_CHROMIUM;
  if (named) {
    if (!existsSync(named)) throw new Error(`DRIFTGLASS_CHROMIUM names ${named}, which does not exist.`);
    return named;
  }
  return [playwrightBrowser(), ...usualBrowsers()].find((path) => path !== '' && existsSync(path)) ?? null;
}

export function hasDisplay() {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

export function isRoot() {
  return process.getuid?.() === 0;
}
