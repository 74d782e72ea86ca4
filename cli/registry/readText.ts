import { readFile } from 'node:fs/promises';
import { AppError } from '#shared/errors/AppError.ts';

/** The text of a file that was named. Throws E_FILE_NOT_FOUND and E_FILE_NOT_READABLE. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const message = missing ? `There is no file ${path}.` : `${path}: ${(error as Error).message}`;
    throw new AppError(missing ? 'E_FILE_NOT_FOUND' : 'E_FILE_NOT_READABLE', message, { subject: { path }, cause: error });
  }
}
