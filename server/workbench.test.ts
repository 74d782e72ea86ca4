import { request as httpRequest } from 'node:http';
import { mkdtemp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClientOf } from '#shared/transport/client.ts';
import { createHttpLink, createPortLink } from '#shared/transport/link.ts';
import { relayOf } from '#shared/transport/relay.ts';
import { createRouterOf, type WireRouter } from '#shared/transport/router.ts';
import { servePort } from '#shared/transport/servePort.ts';
import { fromWebPort, type WebPort } from '#shared/transport/wirePort.ts';
import { describeWire } from '../fixtures/conformance/transport.ts';
import { createTrialEngine, trialContract, trialShape, type TrialEngine } from '../fixtures/conformance/transportContract.ts';
import { startServer, type WorkbenchServer } from './createServer.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftglass-server-'));
  await mkdir(join(folder, 'page/assets'), { recursive: true });
  await writeFile(join(folder, 'page/index.html'), '<!doctype html><title>the page</title>');
  await writeFile(join(folder, 'page/assets/index-abc.js'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), 'not for the page');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const maxBytes = 3 * 2 ** 20;

function start(router: WireRouter): Promise<WorkbenchServer> {
  return startServer({ router, pageFolder: join(folder, 'page'), uploads: { folder: join(folder, 'inbox'), maxBytes } });
}

async function admit(server: WorkbenchServer): Promise<string> {
  const response = await fetch(server.address, { redirect: 'manual' });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** The engine behind a port of its own, as in the product; `cut` is its death. */
function engineBehindPort(engine: TrialEngine): { router: WireRouter; cut: () => Promise<void> } {
  const { port1, port2 } = new MessageChannel();
  servePort(fromWebPort(port2 as unknown as WebPort), createRouterOf(trialContract, engine.api, { progressIntervalMs: 0 }));
  const client = createClientOf<typeof trialContract>(trialShape, createPortLink(fromWebPort(port1 as unknown as WebPort)));
  const router = createRouterOf(trialContract, relayOf(client), { validate: false, progressIntervalMs: 0 });
  const cut = async (): Promise<void> => {
    const closed = new Promise((resolve) => port1.once('close', resolve));
    port2.close();
    await closed;
  };
  return { router, cut };
}

describeWire('HTTP, through the server, the engine dies behind it', async (engine) => {
  const { router, cut } = engineBehindPort(engine);
  const server = await start(router);
  afterAll(() => server.close());
  const link = createHttpLink({ url: `http://127.0.0.1:${server.port}/rpc`, headers: { cookie: await admit(server) } });
  return { link, kill: cut };
});

describeWire('HTTP, through the server, the server itself goes away', async (engine) => {
  const server = await start(createRouterOf(trialContract, engine.api, { progressIntervalMs: 0 }));
  const link = createHttpLink({ url: `http://127.0.0.1:${server.port}/rpc`, headers: { cookie: await admit(server) } });
  return { link, kill: () => server.close() };
});

describe('the door of the server', () => {
  let server: WorkbenchServer;
  let base = '';
  let cookie = '';
  beforeAll(async () => {
    server = await start(createRouterOf(trialContract, createTrialEngine().api));
    base = `http://127.0.0.1:${server.port}`;
  });
  afterAll(() => server.close());

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${base}${path}`, { redirect: 'manual', headers });
  const echo = (headers: Record<string, string>, body = '{"json":{"text":"hi"}}'): Promise<Response> =>
    fetch(`${base}/rpc/trial/echo`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

  /** `fetch` sets Host and cleans paths by itself, so these are sent raw. */
  const raw = (path: string, headers: Record<string, string>): Promise<{ status: number; body: string }> =>
    new Promise((resolve, reject) => {
      const request = httpRequest({ host: '127.0.0.1', port: server.port, path, headers }, (response) => {
        let body = '';
        response.on('data', (chunk) => (body += String(chunk)));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      });
      request.on('error', reject).end();
    });

  it('lets nobody in without a token, and nobody with a wrong one', async () => {
    expect((await get('/')).status).toBe(403);
    expect((await get('/?token=guess')).status).toBe(403);
    expect((await get('/assets/index-abc.js')).status).toBe(401);
    expect(await (await echo({})).json()).toMatchObject({ code: 'E_UNAUTHORISED' });
  });

  it('trades the token once for a cookie that scripts and other sites cannot use', async () => {
    const response = await fetch(server.address, { redirect: 'manual' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/');
    const header = response.headers.get('set-cookie') ?? '';
    expect(header).toMatch(new RegExp(`^driftglass_${server.port}=[\\w-]{32}; HttpOnly; SameSite=Strict; Path=/$`));
    cookie = header.split(';')[0] ?? '';
    expect((await fetch(server.address, { redirect: 'manual' })).status).toBe(403);
  });

  it('takes the address again from the browser that was let in', async () => {
    expect((await fetch(server.address, { redirect: 'manual', headers: { cookie } })).status).toBe(302);
  });

  it('serves the page with a policy that allows nothing from elsewhere', async () => {
    const response = await get('/', { cookie });
    expect(await response.text()).toContain('the page');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/https?:|unsafe-eval|\*/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect((await get('/assets/index-abc.js', { cookie })).headers.get('cache-control')).toContain('immutable');
  });

  it('answers under loopback names only', async () => {
    expect((await raw('/', { host: 'evil.example', cookie })).status).toBe(421);
    expect((await raw('/healthz', { host: `evil.example:${server.port}` })).status).toBe(421);
    expect((await raw('/', { host: `localhost:${server.port}`, cookie })).status).toBe(200);
  });

  it('does not answer pages of other sites, cookie or not', async () => {
    expect((await echo({ cookie, origin: 'https://evil.example' })).status).toBe(403);
    expect((await echo({ cookie, origin: `http://127.0.0.1:${server.port + 1}` })).status).toBe(403);
    expect((await echo({ cookie, origin: base })).status).toBe(200);
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%5c..%5csecret.txt'])(
    'gives out nothing beside the page: %s',
    async (path) => {
      const { status, body } = await raw(path, { host: `127.0.0.1:${server.port}`, cookie });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(body).not.toContain('not for the page');
    },
  );

  it('says it is well to anyone on this machine', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' });
  });

  it('answers what is not there with a coded error', async () => {
    expect(await (await get('/nothing', { cookie })).json()).toMatchObject({ code: 'E_NOT_FOUND' });
  });

  it('answers malformed and oversized requests with a coded error and no stack', async () => {
    const malformed = await echo({ cookie }, '{"json":');
    expect(malformed.status).toBe(400);
    expect(await malformed.json()).toMatchObject({ code: 'E_INPUT_INVALID' });
    const large = await echo({ cookie }, JSON.stringify({ json: { text: 'x'.repeat(5 * 2 ** 20) } }));
    const text = await large.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'E_INPUT_INVALID' });
    expect(text).not.toMatch(/node_modules|\.ts:|at /);
  });

  const put = (name: string, body: string): Promise<Response> =>
    fetch(`${base}/files/${encodeURIComponent(name)}`, { method: 'PUT', headers: { cookie }, body });

  it('keeps a dropped file whole, under its own name', async () => {
    const { path } = (await (await put('März "1".csv.gz', 'a,b\n1,2\n')).json()) as { path: string };
    expect(path.startsWith(join(folder, 'inbox'))).toBe(true);
    expect(path.endsWith('März _1_.csv.gz')).toBe(true);
    expect(await readFile(path, 'utf8')).toBe('a,b\n1,2\n');
  });

  it('keeps two files of one name apart, and one file dropped twice once', async () => {
    const paths = await Promise.all(
      ['1', '2', '1'].map(async (body) => ((await (await put('data.csv', body)).json()) as { path: string }).path),
    );
    expect(new Set(paths).size).toBe(2);
    expect(paths[0]).toBe(paths[2]);
  });

  it.each(['../../escape.csv', '..\\..\\escape.csv', '/etc/escape.csv', '.hidden.csv', 'con.csv', `${'long'.repeat(60)}.csv`])(
    'keeps a file of the name %s inside its folder',
    async (name) => {
      const { path } = (await (await put(name, `content of ${name}`)).json()) as { path: string };
      expect(path.slice(join(folder, 'inbox').length)).toMatch(/^[\\/][0-9a-f]{16}[\\/][^\\/.][^\\/]*\.csv$/);
    },
  );

  it.each(['..', '...', ' '])('refuses the name "%s"', async (name) => {
    const response = await put(name, 'x');
    expect(response.status).toBeGreaterThanOrEqual(400);
  });

  it('refuses a file that is too large, says what to do instead, and leaves nothing behind', async () => {
    const stream = new ReadableStream({
      pull: (controller) => {
        controller.enqueue(new Uint8Array(2 ** 20));
      },
    });
    const streamed = fetch(`${base}/files/endless.csv`, {
      method: 'PUT',
      headers: { cookie },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    const announced = put('large.csv', 'x'.repeat(maxBytes + 1));
    const answer = await (await announced).json();
    expect(answer).toMatchObject({ code: 'E_WRITE_FAILED', subject: { path: 'large.csv' } });
    expect((answer as { message: string }).message).toContain('Name the file when you start Driftglass');
    await streamed.then(
      (response) => expect(response.status).toBe(507),
      () => undefined,
    );
    const left = await readdir(join(folder, 'inbox'), { recursive: true });
    expect(left.filter((name) => /part$|large|endless/.test(name))).toEqual([]);
  });

  it('takes no file from who was not let in', async () => {
    expect((await fetch(`${base}/files/x.csv`, { method: 'PUT', body: 'x' })).status).toBe(401);
  });
});
