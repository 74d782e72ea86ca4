import { join } from 'node:path';
import ts from 'typescript';
import { root } from './env.mjs';
import { sourceFiles } from './sourceFiles.mjs';
import { printTable, runStep, runSteps } from './steps.mjs';

// npm run check: the four nets, coarse to fine. Each counts what it looked at: a net that sees nothing fails.

const bin = (path) => join(root, 'node_modules', path);

function outcome(code, count, fewest, what) {
  const enough = count >= fewest;
  const note = enough ? `${count} ${what}` : `only ${count} ${what} were looked at; at least ${fewest} are expected`;
  return code === 0 && enough ? { state: 'ok', note, passed: 1 } : { state: 'failed', note, failed: 1 };
}

/** Every file that some project of `tsc -b` covers. */
function coveredFiles() {
  const solution = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config;
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const projects = solution.references.map(({ path }) => join(root, path.endsWith('.json') ? path : `${path}/tsconfig.json`));
  return new Set(projects.flatMap((path) => ts.getParsedCommandLineOfConfigFile(path, {}, host)?.fileNames ?? []));
}

async function types() {
  const { code } = await runStep([bin('typescript/bin/tsc'), '-b']);
  const covered = coveredFiles();
  const outside = sourceFiles('.ts', '.tsx').filter((path) => !covered.has(join(root, path)));
  for (const path of outside) console.error(`no project of tsconfig.json covers ${path}`);
  return outcome(code || outside.length, covered.size, 250, 'files');
}

async function layers() {
  const { code, text } = await runStep([join(root, 'scripts/checkLayers.mjs')]);
  return outcome(code, Number(/layers: (\d+) modules/.exec(text)?.[1] ?? 0), 250, 'modules');
}

const filesIn = (text) => Number(/on (\d+) files/.exec(text)?.[1] ?? 0);

async function lint() {
  const { code, text } = await runStep([bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', '--format', 'default']);
  return outcome(code, filesIn(text), 250, 'files');
}

async function format() {
  const { code, text } = await runStep([bin('oxfmt/bin/oxfmt'), '--check']);
  return outcome(code, filesIn(text), 250, 'files');
}

async function sizes() {
  const { code, text } = await runStep([join(root, 'scripts/sizes.mjs')]);
  const number = /│ 'files'\s*│ (\d+)/.exec(text)?.[1];
  return outcome(code, Number(number ?? 0), 200, 'files');
}

const done = await runSteps([
  { name: 'types', run: types },
  { name: 'layers', run: layers },
  { name: 'lint', run: lint },
  { name: 'format', run: format },
  { name: 'sizes', run: sizes },
]);
printTable(done);
process.exitCode = done.every(({ state }) => state === 'ok') ? 0 : 1;
