import { Option, type Command } from 'commander';
import type { HandlerContext } from '#shared/contract/operation.ts';
import type { Engine } from '#engine/index.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { CommandIo } from '../command.ts';
import { visible } from '../printError.ts';
import { progressLine } from '../progressLine.ts';
import { withEngine } from '../withEngine.ts';

/** What every command on the registry understands. */
export interface RegistryOptions {
  readonly workspace?: string;
  readonly format?: 'json' | 'html';
}

/** Who did it, for the history. */
export interface SignedOptions extends RegistryOptions {
  readonly by?: string;
  readonly why?: string;
}

export function addRegistryOptions(command: Command): Command {
  return command
    .option('--workspace <folder>', 'the workspace with the registry; usually that of the workbench')
    .addOption(new Option('--format <format>', 'what is printed, in place of text').choices(['json']));
}

export function addSignedOptions(command: Command): Command {
  return command
    .option('--why <text>', 'the reason, for the history')
    .option('--by <name>', 'who does it; usually the user of this computer');
}

export function signatureFrom({ by, why }: SignedOptions): { by: string | null; why: string } {
  return { by: by ?? null, why: why ?? '' };
}

/** The same where a reason must be given. */
export function reasonFrom(options: SignedOptions): { by: string | null; why: string } {
  const { why } = options;
  if (why === undefined || why.trim() === '') throw new AppError('E_USAGE', 'Say why, for the history: --why TEXT.');
  return { ...signatureFrom(options), why };
}

/** The number of a version as typed. */
export function parseVersion(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new AppError('E_USAGE', `${JSON.stringify(text)} is no number of a version: 1, 2, 3, …`);
}

/** Runs work on the registry of the workspace. */
export async function onRegistry<T>(
  options: RegistryOptions,
  io: CommandIo,
  work: (engine: Engine, context: HandlerContext) => Promise<T>,
): Promise<T> {
  const { defaultWorkspaceFolder } = await import('#engine/index.ts');
  const line = progressLine(io.stderr);
  const context = { signal: io.signal, progress: line.show };
  return withEngine({ workspace: options.workspace ?? defaultWorkspaceFolder() }, (engine) => work(engine, context).finally(line.clear));
}

/** Prints what came of it: as JSON where that is asked for, else as lines. */
export function printResult<T>(options: RegistryOptions, io: CommandIo, result: T, lines: (result: T) => readonly string[]): void {
  if (options.format === 'json') io.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  else
    io.stdout.write(
      lines(result)
        .map((text) => `${visible(text)}\n`)
        .join(''),
    );
}

/** Runs work on the registry and prints what it gives, as JSON where that is asked for, else as lines; `after` may set the exit code. */
export async function withRegistry<T>(
  options: RegistryOptions,
  io: CommandIo,
  work: (engine: Engine, context: HandlerContext) => Promise<T>,
  lines: (result: T) => readonly string[],
  after: (result: T) => void = () => undefined,
): Promise<void> {
  const result = await onRegistry(options, io, work);
  printResult(options, io, result, lines);
  after(result);
}
