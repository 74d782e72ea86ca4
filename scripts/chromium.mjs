import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { runNode } from './build.mjs';
import { findChromium, isRoot } from './env.mjs';

// A browser for the tests: one that is there, else one that is installed now.

function isDebian() {
  return existsSync('/etc/debian_version') && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}

function isUbuntu() {
  return existsSync('/etc/os-release') && /^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Debian's own package needs no other site; Ubuntu's is a snap, which does not run in containers. */
function installByApt() {
  const run = (args) =>
    spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  const install = ['install', '-y', '--no-install-recommends', 'chromium-headless-shell'];
  return run(install) || (run(['update']) && run(install));
}

/** Path of a browser of Chromium's kind, installed first if there is none; null where that failed. */
export async function provideChromium() {
  const present = findChromium();
  if (present !== null) return present;
  console.error('No Chromium, Chrome or Edge was found; installing one (set DRIFTGLASS_CHROMIUM to name your own)…');
  if (isRoot() && isDebian() && !isUbuntu()) installByApt();
  else await runNode('node_modules/@playwright/test/cli.js', ['install', 'chromium', '--only-shell', ...(isRoot() ? ['--with-deps'] : [])]);
  return findChromium();
}
