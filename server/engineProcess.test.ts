import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEngineProcess, type EngineProcess } from './engineProcess.ts';

const root = join(import.meta.dirname, '..');
// Inside the project, so that the program finds the database's native packages.
const builtFolder = join(root, 'out/test/engineProcess');

/** The real engine host as a program; Node 20 does not read TypeScript by itself. */
async function buildEngineHost(): Promise<string> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: join(root, 'electron/engineHost/host.ts'),
      outDir: builtFolder,
      target: 'node20.19',
      rolldownOptions: { external: [/^@duckdb\//], output: { entryFileNames: 'host.mjs' } },
    },
    ssr: { noExternal: true },
  });
  return join(builtFolder, 'host.mjs');
}

describe('the engine in a child process', () => {
  let engine: EngineProcess;
  let folder = '';
  const losses: string[] = [];

  beforeAll(async () => {
    const program = await buildEngineHost();
    folder = await mkdtemp(join(tmpdir(), 'driftglass-engine-'));
    const options = { workspace: join(folder, 'w'), host: 'test', roots: null, open: ['/data/a.parquet', '/data/b.parquet'] } as const;
    engine = startEngineProcess({ program, options, onLost: (why) => losses.push(why) });
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('answers, in a process of its own', async () => {
    const { processId, host } = await engine.client.engine.status({});
    expect(processId).toBe(engine.processId);
    expect(processId).not.toBe(process.pid);
    expect(host).toBe('test');
  });

  it('has chosen the data named at its start before it answers the first call', async () => {
    const { reference, current } = await engine.client.workspace.get({});
    expect([reference?.path, current?.path]).toEqual(['/data/a.parquet', '/data/b.parquet']);
  });

  it('rejects what waits when it dies, starts again, and does not choose the data anew', async () => {
    await engine.client.workspace.update({ reference: null, current: null });
    const dying = engine.processId ?? 0;
    // A held process receives calls but cannot answer before it dies; Windows cannot hold one.
    if (process.platform !== 'win32') process.kill(dying, 'SIGSTOP');
    const waiting = [engine.client.engine.status({}), engine.client.workspace.openSample({})];
    process.kill(dying, 'SIGKILL');
    for (const call of waiting) await expect(call).rejects.toMatchObject({ code: 'E_ENGINE_GONE' });
    const { processId } = await engine.client.engine.status({});
    expect(processId).not.toBe(dying);
    expect((await engine.client.workspace.get({})).reference).toBeNull();
    expect(losses).toEqual(['it was ended by SIGKILL']);
  });

  it('ends with its parent’s word and answers no more', async () => {
    const { processId } = engine;
    await engine.stop();
    expect(() => process.kill(processId ?? 0, 0)).toThrow();
    await expect(engine.client.engine.status({})).rejects.toMatchObject({ code: 'E_ENGINE_GONE' });
  });
});
