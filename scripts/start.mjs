import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale, runNode } from './build.mjs';
import { findElectron, hasDisplay, isRoot, root } from './env.mjs';

// npm start [-- REFERENCE CURRENT] [--electron | --browser] [--workspace DIR] [--port N] [--folder DIR] [--no-open]
// Opens the desktop window where it can, else the same workbench in a browser, and says why.

const options = {
  electron: { type: 'boolean' },
  browser: { type: 'boolean' },
  workspace: { type: 'string' },
  port: { type: 'string' },
  folder: { type: 'string', multiple: true },
  'no-open': { type: 'boolean' },
};

function readArguments() {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    if (positionals.length > 2) throw new Error('name at most two data sets: the reference, then the current one');
    return { values, data: positionals };
  } catch (error) {
    console.error(
      `npm start: ${error.message}\nUse: npm start -- [REFERENCE] [CURRENT] [--electron|--browser] [--workspace DIR] [--port N]`,
    );
    process.exit(2);
  }
}

/** Behind a firewall that drops packets a download would hang, so its source is tried first. */
async function isReachable(address) {
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(5_000) });
    return true;
  } catch {
    return false;
  }
}

/** Electron's program, fetched once if need be; or why there is none. */
async function provideElectron() {
  if (!hasDisplay()) return { reason: 'there is no display' };
  const present = findElectron();
  if (present !== null) return { program: present };
  const source =
    process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/electron/electron/releases/download/';
  const missing = 'the Electron program is not installed and its download site cannot be reached';
  if (!(await isReachable(source))) return { reason: missing };
  console.error('Fetching the Electron program (once)…');
  const code = await runNode('node_modules/electron/install.js', []);
  const program = findElectron();
  return code === 0 && program !== null ? { program } : { reason: 'the Electron program could not be installed' };
}

const quickEndMs = 5_000;

/** Opens the desktop window. Null when it ran; else why it did not come up. */
function openDesktop(program, { values, data }) {
  const started = Date.now();
  const workspace = values.workspace === undefined ? [] : ['--workspace', values.workspace];
  const sandbox = process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : [];
  const child = spawn(program, [join(root, 'out/main/index.js'), ...sandbox, ...workspace, ...data], { stdio: 'inherit' });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      const failedAtOnce = code !== 0 && Date.now() - started < quickEndMs && signal !== 'SIGINT';
      resolve(failedAtOnce ? `the Electron program ended at once (${signal ?? `code ${code}`})` : null);
    });
  });
}

function serveArguments({ values, data }) {
  const named = ['workspace', 'port'].flatMap((name) => (values[name] === undefined ? [] : [`--${name}`, values[name]]));
  const folders = (values.folder ?? []).flatMap((folder) => ['--folder', folder]);
  return [...data, ...named, ...folders, ...(values['no-open'] ? ['--no-open'] : [])];
}

async function main() {
  // npm runs scripts in the package's folder; paths are meant from where the person is.
  if (process.env.npm_lifecycle_event === 'start' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  const wanted = readArguments();
  await buildIfStale();
  if (!wanted.values.browser) {
    const electron = await provideElectron();
    const reason = electron.program === undefined ? electron.reason : await openDesktop(electron.program, wanted);
    if (reason === null) return 0;
    if (wanted.values.electron) {
      console.error(`The desktop window cannot be opened: ${reason}.`);
      return 1;
    }
    console.log(`Opening the workbench in your browser instead of a desktop window: ${reason}.`);
  }
  // In this process, so that Ctrl+C and signals reach the server directly.
  process.argv = [process.argv[0], join(root, 'out/main/serve.js'), ...serveArguments(wanted)];
  await import('../out/main/serve.js');
  return undefined;
}

main().then(
  (code) => {
    if (code !== undefined) process.exitCode = code;
  },
  (error) => {
    console.error(error.message);
    process.exitCode = 4;
  },
);
