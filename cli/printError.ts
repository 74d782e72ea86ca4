import { fromWire, toWire, type AppError } from '#shared/errors/AppError.ts';
import type { TextSink } from './terminalIo.ts';

/** Shows control characters instead of obeying them: names of files and columns come from outside. */
export function visible(text: string): string {
  return text.replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

export function asAppError(error: unknown): AppError {
  return fromWire(toWire(error));
}

/** One block: what happened, to what, what to do, and the code to look up. */
export function errorBlock(error: AppError): string {
  const message = visible(error.message).split('\n').join('\n  ');
  return `driftglass: ${error.entry.title}.\n  ${message}\n  ${error.entry.wayOut} (${error.code})\n`;
}

export function printError(error: unknown, stderr: TextSink, debug: boolean): number {
  const known = asAppError(error);
  stderr.write(errorBlock(known));
  if (debug && error instanceof Error) stderr.write(`${error.stack ?? ''}\n`);
  return known.entry.exitCode;
}
