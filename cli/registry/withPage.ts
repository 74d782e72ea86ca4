import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { HandlerContext } from '#shared/contract/operation.ts';
import { formatBytes } from '#shared/text/formatNumber.ts';
import type { Engine } from '#engine/index.ts';
import type { CommandIo } from '../command.ts';
import { formatFrom, parseTime } from '../options/explaining.ts';
import { checkPlace } from '../output.ts';
import { visible } from '../printError.ts';
import { onRegistry, printResult, type RegistryOptions } from './withRegistry.ts';

/** What a command understands whose result can be a page. */
export interface PageOptions extends RegistryOptions {
  readonly output?: string;
  readonly clock?: Date;
}

export function addPageOptions(command: Command): Command {
  return command
    .option('-o, --output <file>', 'write the result there, whole or not at all; the format follows from its ending')
    .option('--workspace <folder>', 'the workspace with the registry; usually that of the workbench')
    .addOption(new Option('--format <format>', 'form of the result, in place of text').choices(['json', 'html']))
    .option('--clock <time>', 'the time the page bears, for repeatable output', parseTime);
}

/** Work on the registry, and how its result is told. */
export interface PagedWork<T> {
  readonly work: (engine: Engine, context: HandlerContext) => Promise<T>;
  readonly lines: (result: T) => readonly string[];
  readonly page: (result: T, createdAt: string) => Promise<string>;
  /** What is said when the result goes to a file. */
  readonly headline: (result: T) => string;
  /** Files that must not be written over. */
  readonly inputs: readonly string[];
  readonly after?: (result: T) => void;
}

/**
 * Runs work on the registry and gives its result as lines, as JSON or as a page, to the terminal or to a file. The exit code is
 * set before the file is written. Throws E_USAGE and E_WRITE_FAILED before any work is done.
 */
export async function withPage<T>(options: PageOptions, io: CommandIo, asked: PagedWork<T>): Promise<void> {
  const { output } = options;
  const format = formatFrom(options);
  const path = output === undefined || output === '-' ? null : resolve(output);
  await checkPlace(path, asked.inputs);
  const result = await onRegistry(options, io, asked.work);
  asked.after?.(result);
  if (format !== 'html' && path === null) {
    printResult(options, io, result, asked.lines);
    return;
  }
  const content =
    format === 'html' ? await asked.page(result, (options.clock ?? new Date()).toISOString()) : `${JSON.stringify(result, null, 2)}\n`;
  if (path === null) {
    io.stdout.write(content);
    return;
  }
  const { writeFileAtomically } = await import('#engine/index.ts');
  await writeFileAtomically(path, content);
  io.stderr.write(`${visible(`${asked.headline(result)}. Written: ${path} (${formatBytes(Buffer.byteLength(content))})`)}\n`);
}
