import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { AppError, toWire } from '#shared/errors/AppError.ts';
import { errorTable } from '#shared/errors/codes.ts';
import { relay } from '#shared/transport/relay.ts';
import { createRouter } from '#shared/transport/router.ts';
import { parseServeArguments, type ServeArguments } from './arguments.ts';
import { startServer } from './createServer.ts';
import { startEngineProcess } from './engineProcess.ts';
import { hasDisplay, openBrowser } from './openBrowser.ts';

// The workbench for a browser: `node out/main/serve.js [REFERENCE] [CURRENT]`. Built beside the engine's program.
const builtFolder = import.meta.dirname;
const uploadLimitBytes = 8 * 2 ** 30;

/** Folder of a named file, or the folder itself; a pattern counts from its first fixed part. */
async function folderOf(path: string): Promise<string> {
  const fixed = path.split(/[*?[{]/, 1)[0] ?? path;
  const isFolder = await stat(fixed).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return resolve(isFolder ? fixed : dirname(`${fixed}x`));
}

async function rootsOf({ reference, current, folders }: ServeArguments): Promise<string[]> {
  const named = [reference, current, ...folders].filter((path) => path !== null);
  return [process.cwd(), ...(await Promise.all(named.map(folderOf)))];
}

function dataOf({ reference, current }: ServeArguments): string[] {
  return [reference, current].filter((path) => path !== null).map((path) => resolve(path));
}

function portFailure(error: unknown, port: number): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return new AppError('E_USAGE', `Port ${port} is in use. Choose another with --port, or none for a free one.`);
  if (code === 'EACCES') return new AppError('E_USAGE', `Port ${port} may not be opened by this user. Choose one from 1024 up.`);
  return error;
}

async function main(): Promise<void> {
  const wanted = parseServeArguments(process.argv.slice(2));
  const workspace = wanted.workspace === null ? null : resolve(wanted.workspace);
  const engine = startEngineProcess({
    program: join(builtFolder, 'engineHost.js'),
    options: { workspace, host: 'browser', roots: await rootsOf(wanted), open: dataOf(wanted) },
    onLost: (why) => console.error(`The engine stopped (${why}); it is started again.`),
  });
  try {
    const { path } = await engine.client.workspace.get({});
    const server = await startServer(
      {
        router: createRouter(relay(engine.client), { validate: false, progressIntervalMs: 0 }),
        pageFolder: join(builtFolder, '../renderer'),
        uploads: { folder: join(path, 'inbox'), maxBytes: uploadLimitBytes },
      },
      wanted.port,
    ).catch((error: unknown) => {
      throw portFailure(error, wanted.port);
    });
    console.log(`Workbench: ${server.address}`);
    if (wanted.open && hasDisplay()) openBrowser(server.address);
    const leave = async (): Promise<void> => {
      await server.close();
      await engine.stop();
      process.exit(0);
    };
    process.once('SIGINT', leave).once('SIGTERM', leave);
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

main().catch((error: unknown) => {
  const { code, message } = toWire(error);
  console.error(`${errorTable[code].title}: ${message}\n${errorTable[code].wayOut}`);
  process.exitCode = errorTable[code].exitCode;
});
