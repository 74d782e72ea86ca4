import { ORPCError } from '@orpc/client';
import type { Client } from '../contract/index.ts';
import type { CallOptions, ClientOf, Contract } from '../contract/operation.ts';
import type { Progress } from '../domain/progress.ts';
import { AppError, fromWire } from '../errors/AppError.ts';
import { isErrorCode, type ErrorCode } from '../errors/codes.ts';
import type { Link } from './link.ts';
import { contractShape, type Shape } from './shape.ts';
import { wireName } from './wireName.ts';

const codesByStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'E_INPUT_INVALID',
  401: 'E_UNAUTHORISED',
  403: 'E_UNAUTHORISED',
  404: 'E_NOT_FOUND',
  413: 'E_INPUT_INVALID',
  499: 'E_CANCELLED',
};

function fromCarrierError(error: ORPCError<string, unknown>): AppError {
  const data: unknown = error.data;
  const isOurs = typeof data === 'object' && data !== null && 'code' in data && isErrorCode(data.code);
  return isOurs ? fromWire(data) : new AppError(codesByStatus[error.status] ?? 'E_INTERNAL', error.message);
}

/** What went wrong with a call, as the one kind of error a caller must know. */
function toAppError(error: unknown, signal: AbortSignal | undefined): AppError {
  if (signal?.aborted) return new AppError('E_CANCELLED', 'The work was cancelled.');
  if (error instanceof AppError) return error;
  if (error instanceof ORPCError) return fromCarrierError(error);
  // Whatever else fails lies between here and the engine: a closed port, a refused or torn connection.
  return new AppError('E_ENGINE_GONE', 'The connection to the engine was lost.', { cause: error });
}

async function followJob(answer: unknown, onProgress: CallOptions['onProgress']): Promise<unknown> {
  const events = answer as AsyncIterator<Progress, unknown>;
  for (;;) {
    const event = await events.next();
    if (event.done) {
      // A connection that is torn between two events looks like an end without a result.
      if (event.value === undefined) throw new AppError('E_ENGINE_GONE', 'The connection to the engine was lost.');
      return event.value;
    }
    onProgress?.(event.value);
  }
}

type AnyCall = (input: unknown, options?: CallOptions) => Promise<unknown>;

function createCall(link: Link, path: readonly string[], kind: 'query' | 'job'): AnyCall {
  return async (input, { signal, onProgress } = {}) => {
    try {
      const answer = await link.call(path, input, signal);
      return kind === 'job' ? await followJob(answer, onProgress) : answer;
    } catch (error) {
      throw toAppError(error, signal);
    }
  };
}

/** A client for any contract of which the shape is known. */
export function createClientOf<C extends Contract>(shape: Shape, link: Link): ClientOf<C> {
  const subjects = Object.entries(shape).map(([subject, operations]) => {
    const calls = Object.entries(operations).map(([name, kind]) => {
      return [name, createCall(link, [wireName(subject), wireName(name)], kind)] as const;
    });
    return [subject, Object.fromEntries(calls)] as const;
  });
  return Object.fromEntries(subjects) as unknown as ClientOf<C>;
}

/** The workbench's operations as plain functions. Every failure is an AppError. */
export function createClient(link: Link): Client {
  return createClientOf(contractShape, link);
}
