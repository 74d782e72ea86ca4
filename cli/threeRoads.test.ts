import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEngine, makeSampleData, type Engine } from '#engine/index.ts';
import { startServer } from '#server/createServer.ts';
import type { Client } from '#shared/contract/index.ts';
import { createClient } from '#shared/transport/client.ts';
import { createHttpLink, createPortLink } from '#shared/transport/link.ts';
import { createRouter } from '#shared/transport/router.ts';
import { servePort } from '#shared/transport/servePort.ts';
import { fromWebPort, type WebPort } from '#shared/transport/wirePort.ts';
import { runCommand } from './runCommand.ts';

const noon = '2026-03-01T12:00:00.000Z';
let base: string;
let reference: { path: string };
let current: { path: string };
const engines: Engine[] = [];

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'driftglass-roads-'));
  const sample = await makeSampleData(join(base, 'sample'), { signal: new AbortController().signal, progress: () => undefined });
  reference = sample.reference;
  current = { path: join(sample.current.path, '2026-02-1*.parquet') };
  await mkdir(join(base, 'page'));
  await writeFile(join(base, 'page/index.html'), '');
});
afterAll(async () => {
  for (const engine of engines) await engine.close();
  await rm(base, { recursive: true, force: true });
});

function engineAtNoon(host: 'desktop' | 'browser'): Engine {
  const engine = createEngine({ workspace: join(base, host), host, roots: [base], clock: () => new Date(noon) });
  engines.push(engine);
  return engine;
}

async function exportHtml(client: Client): Promise<string> {
  const { id } = await client.reports.create({ reference, current, settings: { drift: { method: 'psi' } } });
  const path = join(base, 'saved.html');
  await client.reports.save({ id, format: 'html', path });
  const { content } = await client.reports.render({ id, format: 'html' });
  expect(await readFile(path, 'utf8')).toBe(content);
  return content;
}

async function overPort(): Promise<string> {
  const { port1, port2 } = new MessageChannel();
  servePort(fromWebPort(port2 as unknown as WebPort), createRouter(engineAtNoon('desktop').api));
  const html = await exportHtml(createClient(createPortLink(fromWebPort(port1 as unknown as WebPort))));
  port1.close();
  return html;
}

async function overHttp(): Promise<string> {
  const router = createRouter(engineAtNoon('browser').api);
  const server = await startServer({ router, pageFolder: join(base, 'page'), uploads: { folder: join(base, 'inbox'), maxBytes: 1000 } });
  const { headers } = await fetch(server.address, { redirect: 'manual' });
  const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
  const html = await exportHtml(createClient(createHttpLink({ url: `http://127.0.0.1:${server.port}/rpc`, headers: { cookie } })));
  await server.close();
  return html;
}

async function overTerminal(): Promise<string> {
  const path = join(base, 'terminal.html');
  const silent = { write: (): void => undefined };
  const words = ['report', current.path, '-r', reference.path, '--method', 'psi', '--clock', noon, '-o', path];
  expect(await runCommand(words, { stdout: silent, stderr: silent, env: {}, signal: new AbortController().signal })).toBe(0);
  return readFile(path, 'utf8');
}

test('window, browser and terminal give the same bytes', async () => {
  const fromTerminal = await overTerminal();
  expect(fromTerminal).toContain('trip_distance');
  expect(await overPort()).toBe(fromTerminal);
  expect(await overHttp()).toBe(fromTerminal);
});
