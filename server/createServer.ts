import { fastify, type FastifyInstance } from 'fastify';
import fastifyStatic from '@fastify/static';
import type { AddressInfo } from 'node:net';
import type { WireRouter } from '#shared/transport/router.ts';
import { createAccess } from './access.ts';
import { answerFailures } from './failures.ts';
import { guardServer } from './guard.ts';
import { serveOperations } from './operations.ts';
import { serveUploads, type UploadOptions } from './uploads.ts';

export interface ServerParts {
  readonly router: WireRouter;
  /** The built page. */
  readonly pageFolder: string;
  readonly uploads: UploadOptions;
}

export interface WorkbenchServer {
  readonly port: number;
  /** The address to open, with the token that works once. */
  readonly address: string;
  close(): Promise<void>;
}

function servePage(server: FastifyInstance, folder: string): void {
  server.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Built assets carry the hash of their content in the name.
      const isHashed = /[\\/]assets[\\/]/.test(path);
      reply.header('cache-control', isHashed ? 'private, max-age=31536000, immutable' : 'no-store');
    },
  });
}

/** Binds a port of the loopback interface; 0 takes a free one. */
async function bind(server: FastifyInstance, port: number): Promise<number> {
  await server.listen({ host: '127.0.0.1', port });
  return (server.server.address() as AddressInfo).port;
}

/** The workbench over HTTP, for one browser on this machine. */
export async function startServer(parts: ServerParts, wantedPort = 0): Promise<WorkbenchServer> {
  const server = fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 1_000 } });
  let port = wantedPort;
  const access = createAccess(() => port);
  answerFailures(server);
  guardServer(server, access, () => port);
  server.get('/healthz', async () => ({ status: 'ok' }));
  serveOperations(server, parts.router);
  serveUploads(server, parts.uploads);
  servePage(server, parts.pageFolder);
  port = await bind(server, wantedPort);
  return { port, address: `http://127.0.0.1:${port}/?token=${access.token}`, close: () => server.close() };
}
