import { mkdir } from 'node:fs/promises';
import { AppError } from '#shared/errors/AppError.ts';

/** Makes a folder and those above it; E_WRITE_FAILED when the system refuses. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw new AppError('E_WRITE_FAILED', `The folder ${path} cannot be made: ${(error as Error).message}`, {
      subject: { path },
      cause: error,
    });
  }
}
