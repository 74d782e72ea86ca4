import type { Command } from 'commander';
import type { TerminalIo } from './terminalIo.ts';

/** A command of the terminal. One file under commands/ and one line in commands.ts. */
export interface TerminalCommand {
  readonly id: string;
  /** Adds the command with its options to the program; failures are thrown as AppErrors. */
  register(program: Command, io: CommandIo): void;
}

/** The world around a command, and the way to end with another exit code than 0 although nothing went wrong. */
export interface CommandIo extends TerminalIo {
  finish(exitCode: number): void;
}
