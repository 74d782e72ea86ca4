import type { Command } from 'commander';
import type { TerminalIo } from './terminalIo.ts';

/** A command of the terminal. One file under commands/ and one line in commands.ts. */
export interface TerminalCommand {
  readonly id: string;
  /** Adds the command with its options to the program; failures are thrown as AppErrors. */
  register(program: Command, io: TerminalIo): void;
}
