import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#shared/errors/AppError.ts';

/** Writes a file whole or not at all. */
export async function saveText(path: string, content: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    throw new AppError('E_WRITE_FAILED', `${path} could not be written: ${(cause as Error).message}.`, { subject: { path }, cause });
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}
