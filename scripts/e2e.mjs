import { buildIfStale, runNode } from './build.mjs';
import { provideChromium } from './chromium.mjs';
import { findElectron } from './env.mjs';

// npm run test:e2e [-- playwright's arguments]: the window's specs, in every host that this machine has.
async function main() {
  await buildIfStale();
  if ((await provideChromium()) === null) {
    console.error('No browser for the tests: install Chromium, Chrome or Edge, or run `npx playwright install chromium`.');
    return 1;
  }
  const code = await runNode('node_modules/@playwright/test/cli.js', ['test', ...process.argv.slice(2)]);
  const whole = !process.argv.some((word) => word.startsWith('--project'));
  if (whole && findElectron() === null) {
    console.log('skipped  e2e in Electron itself: its program is not installed (`npx install-electron`); the stand-in ran instead');
  }
  return code;
}

process.exitCode = await main();
