import type { z } from 'zod';
import type { Progress } from '../domain/progress.ts';

/**
 * One operation of the workbench. `input` is parsed on arrival, `output` on departure; both are JSON.
 * A `job` reports progress while it runs; every operation can be cancelled.
 */
export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly route: `/${string}`;
  readonly summary: string;
  readonly job: boolean;
  readonly input: I;
  readonly output: O;
}

type Definition<I extends z.ZodType, O extends z.ZodType> = Omit<Operation<I, O>, 'job'>;

/** An operation that answers at once. */
export function query<I extends z.ZodType, O extends z.ZodType>(definition: Definition<I, O>): Operation<I, O> {
  return { ...definition, job: false };
}

/** An operation that may take long and reports progress. */
export function job<I extends z.ZodType, O extends z.ZodType>(definition: Definition<I, O>): Operation<I, O> {
  return { ...definition, job: true };
}

export type Contract = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

export interface HandlerContext {
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

type Input<T extends Operation> = z.input<T['input']>;
type Parsed<T extends Operation> = z.output<T['input']>;
type Output<T extends Operation> = z.output<T['output']>;

/** What the engine provides for a contract: one function an operation. */
export type HandlersOf<C extends Contract> = {
  readonly [S in keyof C]: {
    readonly [O in keyof C[S]]: (input: Parsed<C[S][O]>, context: HandlerContext) => Promise<Output<C[S][O]>>;
  };
};

/** What a caller sees of a contract, on whichever wire. Failures are AppErrors. */
export type ClientOf<C extends Contract> = {
  readonly [S in keyof C]: {
    readonly [O in keyof C[S]]: (input: Input<C[S][O]>, options?: CallOptions) => Promise<Output<C[S][O]>>;
  };
};
