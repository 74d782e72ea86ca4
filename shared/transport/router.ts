import { ORPCError, os, type Router } from '@orpc/server';
import type { z } from 'zod';
import type { Api } from '../contract/index.ts';
import { contract } from '../contract/index.ts';
import type { Contract, HandlerContext, HandlersOf, Operation } from '../contract/operation.ts';
import type { Progress } from '../domain/progress.ts';
import { AppError, toWire } from '../errors/AppError.ts';
import { errorTable } from '../errors/codes.ts';
import { createProgressMailbox } from './progressMailbox.ts';

export type WireRouter = Router<Record<never, never>, Record<never, never>>;

export interface RouterOptions {
  /** False where the handlers only pass on to an engine that checks by itself. */
  readonly validate?: boolean;
  /** Progress goes out at most once in this time; 0 sends every event. */
  readonly progressIntervalMs?: number;
}

type Handler = (input: unknown, context: HandlerContext) => Promise<unknown>;

function describeIssues(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`).join('; ');
}

function parseInput(operation: Operation, input: unknown): unknown {
  const parsed = operation.input.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new AppError('E_INPUT_INVALID', `The request does not fit: ${describeIssues(parsed.error)}.`);
}

function checkOutput(operation: Operation, output: unknown): unknown {
  const parsed = operation.output.safeParse(output);
  if (parsed.success) return parsed.data;
  throw new Error(`${operation.route} answered what its contract does not allow: ${describeIssues(parsed.error)}`);
}

function toCarrierError(error: unknown): ORPCError<string, unknown> {
  const wire = toWire(error);
  return new ORPCError(wire.code, { status: errorTable[wire.code].httpStatus, message: wire.message, data: wire });
}

/** Links the caller's signal to one of our own, which also fires when the caller just walks away. */
function ownSignal(outer: AbortSignal | undefined): AbortController {
  const controller = new AbortController();
  if (outer?.aborted) controller.abort(outer.reason);
  else outer?.addEventListener('abort', () => controller.abort(outer.reason), { once: true });
  return controller;
}

function checked(operation: Operation, handler: Handler, validate: boolean): Handler {
  if (!validate) return handler;
  return async (input, context) => checkOutput(operation, await handler(parseInput(operation, input), context));
}

async function* runJob(handler: Handler, input: unknown, outer: AbortSignal | undefined, intervalMs: number) {
  const controller = ownSignal(outer);
  const mailbox = createProgressMailbox(intervalMs);
  const work = handler(input, { signal: controller.signal, progress: mailbox.put }).finally(mailbox.close);
  // Kept quiet until it is awaited below: the caller may leave before the work has failed.
  work.catch(() => undefined);
  try {
    for (let event = await mailbox.take(); event !== null; event = await mailbox.take()) yield event satisfies Progress;
    return await work;
  } catch (error) {
    throw toCarrierError(error);
  } finally {
    controller.abort();
  }
}

function createProcedure(operation: Operation, handler: Handler, options: Required<RouterOptions>) {
  const call = checked(operation, handler, options.validate);
  if (operation.job) {
    return os.handler(({ input, signal }) => runJob(call, input, signal, options.progressIntervalMs));
  }
  return os.handler(async ({ input, signal }) => {
    try {
      return await call(input, { signal: ownSignal(signal).signal, progress: () => undefined });
    } catch (error) {
      throw toCarrierError(error);
    }
  });
}

/** Every operation of a contract, ready to be put behind a wire. */
export function createRouterOf<C extends Contract>(operations: C, api: HandlersOf<C>, options: RouterOptions = {}): WireRouter {
  const settled = { validate: options.validate ?? true, progressIntervalMs: options.progressIntervalMs ?? 50 };
  const router: Record<string, Record<string, unknown>> = {};
  for (const [subject, group] of Object.entries(operations)) {
    for (const [name, operation] of Object.entries(group)) {
      const handler = (api as Record<string, Record<string, Handler>>)[subject]?.[name];
      if (handler === undefined) throw new Error(`no handler for ${subject}.${name}`);
      const [, first, second] = operation.route.split('/') as [string, string, string];
      router[first] ??= {};
      router[first][second] = createProcedure(operation, handler, settled);
    }
  }
  return router as WireRouter;
}

export function createRouter(api: Api, options: RouterOptions = {}): WireRouter {
  return createRouterOf(contract, api, options);
}
