import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { AppError } from '#shared/errors/AppError.ts';

/** SHA-256 of a file as hexadecimal, in constant memory. Throws E_FILE_NOT_READABLE, E_CANCELLED. */
export async function hashFile(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) hash.update(chunk as Uint8Array);
  } catch (error) {
    if (signal.aborted) throw new AppError('E_CANCELLED', 'The work was cancelled.');
    throw new AppError('E_FILE_NOT_READABLE', `${path} cannot be read: ${String(error)}`, { subject: { path }, cause: error });
  }
  return hash.digest('hex');
}
