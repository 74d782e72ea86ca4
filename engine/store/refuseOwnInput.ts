import { stat } from 'node:fs/promises';
import { AppError } from '#shared/errors/AppError.ts';

/** What a file is on its disk, whatever it is called; null where there is none. */
async function identityOf(path: string): Promise<string | null> {
  const file = await stat(path, { bigint: true }).catch(() => null);
  return file === null ? null : `${file.dev}:${file.ino}`;
}

/**
 * Refuses to write over a file that is read for it, by whatever name or link it goes. `inputs` is asked for only where there is a
 * file at `path` already. Throws E_USAGE, and what `inputs` throws.
 */
export async function refuseOwnInput(path: string, inputs: () => Promise<readonly string[]>): Promise<void> {
  const there = await identityOf(path);
  if (there === null) return;
  for (const input of await inputs()) {
    if ((await identityOf(input)) === there) {
      throw new AppError('E_USAGE', `It would be written over its own input ${input}. Choose another place.`, { subject: { path } });
    }
  }
}
