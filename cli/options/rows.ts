import type { Command } from 'commander';
import type { Derivation } from '#shared/domain/settings.ts';
import { AppError } from '#shared/errors/AppError.ts';

/** Reads `COLUMN = EXPRESSION`; a name with `=` stands in double quotes, a quote in it is doubled. */
export function parseDerivation(text: string): Derivation {
  const match = /^\s*(?:"((?:[^"]|"")+)"|([^="][^=]*?))\s*=\s*(\S[^]*?)\s*$/.exec(text);
  if (match === null) throw new AppError('E_USAGE', `${JSON.stringify(text)} should be COLUMN = EXPRESSION, as "minutes = seconds / 60".`);
  return { column: (match[1]?.replaceAll('""', '"') ?? match[2]!).trim(), expression: match[3]! };
}

/** Which rows are read and what is worked out for them; the same options for every command that reads data. */
export interface RowOptions {
  readonly derive?: readonly Derivation[];
  readonly where?: string;
}

export function addRowOptions(command: Command): Command {
  const one = (text: string, before: Derivation[] | undefined): Derivation[] => [...(before ?? []), parseDerivation(text)];
  return command
    .option('--derive <column = expression>', 'add a column worked out in SQL; it may be repeated, and use those before it', one)
    .option('--where <condition>', 'a SQL condition that rows must meet; it may use derived columns');
}
