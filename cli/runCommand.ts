import { Command, CommanderError } from 'commander';
import { AppError } from '#shared/errors/AppError.ts';
import { exitCodes } from '#shared/errors/codes.ts';
import { version } from '#shared/version.ts';
import { commands } from './commands.ts';
import { printError } from './printError.ts';
import type { TerminalIo } from './terminalIo.ts';

const exitCodeHelp = `
Exit codes: ${exitCodes.ok} done, drift or not · ${exitCodes.checksFailed} a check failed · ${exitCodes.usage} the command is not understood · ${exitCodes.badInput} the data or the output file
cannot be used · ${exitCodes.internal} a failure inside Driftglass · ${exitCodes.cancelled} cancelled.`;

/** The whole command line, ready to parse; also what the docs are compared with. */
export function createProgram(io: TerminalIo, finish: (exitCode: number) => void = () => undefined): Command {
  const program = new Command('driftglass')
    .description('Compare a current with a reference data set and see which columns drifted. Works offline.')
    .version(`driftglass ${version}`, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .addHelpText('after', exitCodeHelp)
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: () => undefined })
    .exitOverride();
  const commandIo = { stdout: io.stdout, stderr: io.stderr, env: io.env, signal: io.signal, finish };
  for (const command of commands.all) command.register(program, commandIo);
  for (const command of program.commands) command.helpOption('-h, --help', 'print this help');
  return program;
}

/** What commander has to say about a command line, in our form. */
function usageError(error: CommanderError): AppError {
  const message = error.message.replace(/^error: /, '');
  const pattern =
    error.code === 'commander.excessArguments' ? ' A pattern of files must stand in quotes, or the shell takes it apart.' : '';
  return new AppError('E_USAGE', message + pattern, { cause: error });
}

/** Runs one command line and gives the exit code. Nothing is thrown and the process is not ended. */
export async function runCommand(words: readonly string[], io: TerminalIo): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const finish = (code: number): void => {
    exitCode = code;
  };
  try {
    await createProgram(io, finish).parseAsync(words.length === 0 ? ['--help'] : [...words], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.ok;
    const cause = error instanceof CommanderError ? usageError(error) : error;
    const cancelled = io.signal.aborted ? new AppError('E_CANCELLED', 'Nothing was written.') : cause;
    return printError(cancelled, io.stderr, io.env['DRIFTGLASS_DEBUG'] === '1');
  }
}
