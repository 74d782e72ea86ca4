import type { Tone } from '#shared/text/verdict.ts';
import type { TerminalIo } from './terminalIo.ts';

type Style = Tone | 'quiet' | 'strong';

const codes: Readonly<Record<Style, number>> = { good: 32, attention: 33, broken: 31, unknown: 90, quiet: 90, strong: 1 };

/** Colours for a terminal that shows them; undefined for a pipe, a file, or a person who asked for none (NO_COLOR). */
export function painterFor({ stdout, env }: TerminalIo): ((text: string, style: Style) => string) | undefined {
  if (stdout.isTTY !== true || (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb') return undefined;
  return (text, style) => `\u001b[${codes[style]}m${text}\u001b[0m`;
}
