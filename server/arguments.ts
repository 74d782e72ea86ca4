import { parseArgs } from 'node:util';
import { AppError } from '#shared/errors/AppError.ts';

export interface ServeArguments {
  readonly reference: string | null;
  readonly current: string | null;
  readonly workspace: string | null;
  readonly port: number;
  /** Whether to open the system's browser. */
  readonly open: boolean;
  /** Further folders that files may be read from and written to. */
  readonly folders: readonly string[];
}

function toPort(text: string | undefined): number {
  const port = Number(text ?? 0);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new AppError('E_USAGE', `${text} is not a port: give a number from 0 to 65535, 0 for a free one.`);
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        workspace: { type: 'string' },
        port: { type: 'string' },
        folder: { type: 'string', multiple: true },
        'no-open': { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new AppError('E_USAGE', (error as Error).message, { cause: error });
  }
}

/** Reads `[REFERENCE] [CURRENT] --workspace DIR --port N --folder DIR --no-open`. */
export function parseServeArguments(argv: readonly string[]): ServeArguments {
  const { values, positionals } = parse(argv);
  if (positionals.length > 2) throw new AppError('E_USAGE', 'Name at most two data sets: the reference, then the current one.');
  return {
    reference: positionals[0] ?? null,
    current: positionals[1] ?? null,
    workspace: values.workspace ?? null,
    port: toPort(values.port),
    open: values['no-open'] !== true,
    folders: values.folder ?? [],
  };
}
