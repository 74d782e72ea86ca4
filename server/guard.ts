import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { contentSecurityPolicy } from '#shared/contentSecurityPolicy.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { isLoopbackHost, isOwnOrigin, type Access } from './access.ts';
import { sendFailure } from './failures.ts';

const securityHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

function turnedAwayPage(reply: FastifyReply): FastifyReply {
  const text =
    'This window is not allowed in. Open the address that the terminal printed; it works once, for one browser. ' +
    'For another browser start Driftglass again.';
  return reply
    .code(403)
    .type('text/html; charset=utf-8')
    .send(`<!doctype html><html lang="en"><title>Driftglass</title><p>${text}</p></html>`);
}

function wantsPage(request: FastifyRequest): boolean {
  return request.method === 'GET' && (request.url === '/' || request.url.startsWith('/?'));
}

async function guardPage(request: FastifyRequest, reply: FastifyReply, access: Access): Promise<void> {
  const token = new URL(request.url, 'http://localhost').searchParams.get('token');
  const session = token === null ? null : access.admit(token);
  if (session !== null) reply.header('set-cookie', `${access.cookieName()}=${session}; HttpOnly; SameSite=Strict; Path=/`);
  const admitted = session !== null || access.isAdmitted(request.headers.cookie);
  if (!admitted) await turnedAwayPage(reply);
  else if (token !== null) await reply.redirect('/');
}

/** Turns away requests that do not come from the one browser that was let in. */
export function guardServer(server: FastifyInstance, access: Access, port: () => number): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders);
    const { host, origin, cookie } = request.headers;
    if (!isLoopbackHost(host, port())) return reply.code(421).send('This server answers on this machine only.');
    if (!isOwnOrigin(origin, host)) return reply.code(403).send('Pages of other sites are not answered.');
    if (request.url === '/healthz') return undefined;
    if (wantsPage(request)) return guardPage(request, reply, access);
    if (!access.isAdmitted(cookie)) {
      return sendFailure(reply, new AppError('E_UNAUTHORISED', 'Open the address that the terminal printed.'));
    }
    return undefined;
  });
}
