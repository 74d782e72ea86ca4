import process from 'node:process';
import { createEngine, defaultWorkspaceFolder } from '#engine/index.ts';
import type { EngineProcessOptions } from '#shared/transport/engineProcessOptions.ts';
import { createRouter } from '#shared/transport/router.ts';
import { servePort } from '#shared/transport/servePort.ts';
import { fromMainPort, type MainPort } from '#shared/transport/wirePort.ts';
import { chooseData } from './chooseData.ts';
import { fromParentProcess } from './fromParentProcess.ts';

// The engine in a process of its own: a utility process of the desktop, or a child of the workbench's server.

const options = JSON.parse(process.argv[2] ?? '') as EngineProcessOptions;
const engine = createEngine({ ...options, workspace: options.workspace ?? defaultWorkspaceFolder() });
const router = createRouter(engine.api);
const chosen = chooseData(engine.api.workspace, options.open);

async function leave(): Promise<void> {
  await engine.close();
  process.exit(0);
}

const parent = process.parentPort as Electron.ParentPort | undefined;
if (parent) {
  parent.on('message', async ({ ports }) => {
    await chosen;
    for (const port of ports) servePort(fromMainPort(port as MainPort), router);
  });
} else {
  await chosen;
  servePort(fromParentProcess(), router);
  process.once('disconnect', leave);
}
process.once('SIGTERM', leave);
// Ctrl+C reaches the whole group of processes; the parent ends this one when it is ready.
process.on('SIGINT', () => undefined);
