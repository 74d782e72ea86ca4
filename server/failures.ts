import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError, toWire } from '#shared/errors/AppError.ts';
import { errorTable } from '#shared/errors/codes.ts';

/** An error of the carrier (too large, malformed) in our words; its own text may quote the request. */
function fromCarrier(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const status = (error as Error & { statusCode?: number }).statusCode;
  if (status === 413) return new AppError('E_INPUT_INVALID', 'The request is too large.', { cause: error });
  if (status !== undefined && status >= 400 && status < 500) {
    return new AppError('E_INPUT_INVALID', 'The request is malformed.', { cause: error });
  }
  return error;
}

export function sendFailure(reply: FastifyReply, error: unknown): FastifyReply {
  const wire = toWire(error);
  return reply.code(errorTable[wire.code].httpStatus).type('application/json').send(JSON.stringify(wire));
}

/** Every failure leaves as code, message and subject; never with a stack. */
export function answerFailures(server: FastifyInstance): void {
  server.setErrorHandler((error: unknown, _request: FastifyRequest, reply) => sendFailure(reply, fromCarrier(error)));
  server.setNotFoundHandler((_request, reply) => sendFailure(reply, new AppError('E_NOT_FOUND', 'There is nothing at this address.')));
}
