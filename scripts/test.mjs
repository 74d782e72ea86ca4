import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findElectron, root } from './env.mjs';
import { printTable, runStep, runSteps } from './steps.mjs';

// npm test [-- --strict]: everything this machine can run, and by name what it cannot. --strict makes a skip a failure.

const strict = process.argv.includes('--strict');
const bin = (path) => join(root, 'node_modules', path);
const plain = { NO_COLOR: '1', FORCE_COLOR: undefined };

const skipped = (note) => (strict ? { state: 'failed', note, failed: 1 } : { state: 'skipped', note });

async function single(args) {
  const { code } = await runStep(args, plain);
  return code === 0 ? { state: 'ok', passed: 1 } : { state: 'failed', failed: 1 };
}

/** A runner that ends badly without a failed test, or without any test at all, has failed as a whole. */
function counted(code, passed, failed, skips) {
  const bad = failed > 0 || code !== 0 || passed === 0 || (strict && skips.length > 0);
  for (const name of skips) console.log(`skipped: ${name}`);
  const notes = [
    `${passed} passed`,
    failed > 0 && `${failed} failed`,
    skips.length > 0 && `${skips.length} skipped`,
    code !== 0 && `code ${code}`,
  ];
  return { state: bad ? 'failed' : 'ok', note: notes.filter(Boolean).join(', '), passed, failed: bad ? Math.max(1, failed) : 0 };
}

async function unit() {
  const folder = join(root, 'out/test');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await runStep([bin('vitest/vitest.mjs'), 'run', ...reporters], plain);
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const tests = result.testResults.flatMap(({ assertionResults }) => assertionResults);
  const skips = tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => fullName);
  return counted(code, result.numPassedTests, result.numFailedTests, skips);
}

function playwright(project) {
  return async () => {
    const { code, text } = await runStep([join(root, 'scripts/e2e.mjs'), `--project=${project}`], plain);
    const count = (word) => Number(new RegExp(`^\\s+(\\d+) ${word}`, 'm').exec(text)?.[1] ?? 0);
    const skips = text.split('\n').flatMap((line) => /^\s+-\s+\d+ (.*)$/.exec(line)?.[1] ?? []);
    return counted(code, count('passed') + count('flaky'), count('failed') + count('did not run') + count('interrupted'), skips);
  };
}

async function electron() {
  if (findElectron() === null) return skipped('the Electron program is not installed: npx install-electron');
  return playwright('electron')();
}

const done = await runSteps([
  { name: 'types', run: () => single([bin('typescript/bin/tsc'), '-b']) },
  { name: 'build', run: () => single([bin('electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'error']) },
  { name: 'unit and engine', run: unit },
  { name: 'e2e: workbench in a browser', run: playwright('browser') },
  { name: 'e2e: desktop on the stand-in host', run: playwright('host') },
  { name: 'e2e: desktop on Electron', run: electron },
]);

printTable(done);
const sum = (of) => done.reduce((total, step) => total + step[of], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
