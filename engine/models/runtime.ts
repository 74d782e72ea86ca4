import { AppError } from '#shared/errors/AppError.ts';
import { makeCells, type Cells, type CellKind } from './tensors.ts';

/** A tensor that goes in or comes out of a run. */
export interface Block {
  readonly kind: string;
  readonly cells: Cells;
  readonly dims: readonly number[];
}

export type Feeds = Readonly<Record<string, Block>>;
export type Outputs = Readonly<Record<string, Block>>;

/** A model that is loaded and can be run. Runs hold the thread they are called on. */
export interface Session {
  readonly outputNames: readonly string[];
  run(feeds: Feeds): Promise<Outputs>;
  close(): Promise<void>;
}

/** The runtime names the place in its own sources first; what follows is what people can use. */
function plainMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const tail = message.split(/\.(?:cc|h):\d+ \S.*?\) ?/).at(-1)!;
  return tail.replaceAll(/\s+/g, ' ').trim().replace(/\.$/, '');
}

/** A failure of the runtime in our words. */
export function runtimeError(path: string, what: string, error: unknown): AppError {
  return new AppError('E_MODEL_UNSUPPORTED', `${path} ${what}: ${plainMessage(error)}.`, { subject: { path }, cause: error });
}

/**
 * The library reports its use to its makers over the network unless this stands in the environment before it is loaded.
 * Nothing leaves this machine. A test asks that it leaves no trace of it.
 */
async function loadRuntime(): Promise<typeof import('onnxruntime-node')> {
  process.env['ORT_DISABLE_TELEMETRY'] = '1';
  return import('onnxruntime-node');
}

/** Loads a model that is already in memory. `threads` bounds the threads of one run. Throws E_MODEL_UNSUPPORTED. */
export async function openSession(path: string, bytes: Uint8Array, threads: number): Promise<Session> {
  const { InferenceSession, Tensor } = await loadRuntime();
  const session = await InferenceSession.create(bytes, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    logSeverityLevel: 4,
    // Threads that wait for work by spinning take the processor from the database, which reads the next rows meanwhile.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  }).catch((error: unknown) => {
    throw runtimeError(path, 'cannot be run', error);
  });
  return {
    outputNames: session.outputNames,
    run: async (feeds) => {
      const given = Object.entries(feeds).map(([name, block]) => [
        name,
        new Tensor(block.kind as 'float32', block.cells as Float32Array, block.dims),
      ]);
      const result = await session.run(Object.fromEntries(given)).catch((error: unknown) => {
        throw runtimeError(path, 'failed on rows of the data', error);
      });
      return Object.fromEntries(
        Object.entries(result).map(([name, tensor]) => [name, { kind: tensor.type, cells: tensor.data as Cells, dims: tensor.dims }]),
      );
    },
    close: () => session.release(),
  };
}

/** A tensor of zeros, to try a model with. */
export function emptyBlock(kind: CellKind, dims: readonly number[]): Block {
  const length = dims.reduce((size, each) => size * each, 1);
  return { kind, cells: makeCells(kind, length), dims };
}
