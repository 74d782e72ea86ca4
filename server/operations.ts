import { RPCHandler } from '@orpc/server/fastify';
import type { FastifyInstance } from 'fastify';
import { AppError } from '#shared/errors/AppError.ts';
import type { WireRouter } from '#shared/transport/router.ts';
import { sendFailure } from './failures.ts';

const maxBodyBytes = 4 * 2 ** 20;

/** Every operation at /rpc/<subject>/<name>; a job answers with a stream of events. */
export function serveOperations(server: FastifyInstance, router: WireRouter): void {
  const handler = new RPCHandler(router);
  server.post('/rpc/*', { bodyLimit: maxBodyBytes }, async (request, reply) => {
    const { matched } = await handler.handle(request, reply, { prefix: '/rpc', context: {} });
    if (!matched) await sendFailure(reply, new AppError('E_NOT_FOUND', 'There is no such operation.'));
  });
}
