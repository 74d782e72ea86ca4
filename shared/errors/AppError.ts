import { errorTable, isErrorCode, type ErrorCode, type ErrorEntry } from './codes.ts';

/** What an error was about, for the screen to point at. */
export interface ErrorSubject {
  readonly path?: string;
  readonly column?: string;
}

export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly subject: ErrorSubject;
}

/** A failure that a person can do something about: bad input, a missing file, a full disk. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly subject: ErrorSubject;

  constructor(code: ErrorCode, message: string, options: { subject?: ErrorSubject; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.subject = options.subject ?? {};
  }

  get entry(): ErrorEntry {
    return errorTable[this.code];
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** What goes over a wire. An unexpected error keeps its message but not its stack. */
export function toWire(error: unknown): WireError {
  if (error instanceof AppError) return { code: error.code, message: error.message, subject: error.subject };
  if (isAbort(error)) return { code: 'E_CANCELLED', message: 'The work was cancelled.', subject: {} };
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'E_INTERNAL', message, subject: {} };
}

/** Builds the error again on the other side; anything unknown becomes E_INTERNAL. */
export function fromWire(wire: unknown): AppError {
  if (typeof wire !== 'object' || wire === null) return new AppError('E_INTERNAL', String(wire));
  const { code, message, subject } = wire as Partial<WireError>;
  return new AppError(isErrorCode(code) ? code : 'E_INTERNAL', message ?? 'unknown error', { subject: subject ?? {} });
}
