import { AppError, type ErrorSubject } from '#shared/errors/AppError.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';

/** DuckDB's errors have no code; their text starts with a class, which decides ours. */
const classes: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^INTERRUPT/, 'E_CANCELLED'],
  [/^Out of Memory Error|No space left on device|failed to offload/i, 'E_OUT_OF_MEMORY'],
  [/No files found that match/, 'E_FOLDER_EMPTY'],
  [/Permission denied/i, 'E_FILE_NOT_READABLE'],
  [/^IO Error: .*(No such file|does not exist)/, 'E_FILE_NOT_FOUND'],
  [/schema mismatch|union_by_name/i, 'E_FILES_DIFFER'],
];

function firstLines(message: string): string {
  const text = message
    .split('\n\n')[0]!
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}

/**
 * Turns a failure of the database into one of ours.
 * `fallback` is what any other failure means where it happened, and `about` starts the sentence.
 */
export function databaseError(error: unknown, fallback: ErrorCode, about: string, subject: ErrorSubject = {}): AppError {
  if (error instanceof AppError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = classes.find(([pattern]) => pattern.test(message))?.[1] ?? fallback;
  if (code === 'E_CANCELLED') return new AppError(code, 'The work was cancelled.');
  return new AppError(code, `${about}: ${firstLines(message)}`, { subject, cause: error });
}
