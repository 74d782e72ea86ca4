import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { AppError } from '#shared/errors/AppError.ts';

/** Reads a file of the workspace; undefined when there is none, E_WORKSPACE_CORRUPT naming it when it is damaged. */
export async function readJsonFile<T extends z.ZodType>(path: string, schema: T): Promise<z.output<T> | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new AppError('E_FILE_NOT_READABLE', `${path} cannot be read: ${(error as Error).message}`, {
      subject: { path },
      cause: error,
    });
  }
  return parseStored(path, text, schema);
}

function parseStored<T extends z.ZodType>(path: string, text: string, schema: T): z.output<T> {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch (error) {
    throw new AppError('E_WORKSPACE_CORRUPT', `${path} is not whole JSON: ${(error as Error).message}`, {
      subject: { path },
      cause: error,
    });
  }
  const parsed = schema.safeParse(stored);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.') || 'the whole file';
  throw new AppError('E_WORKSPACE_CORRUPT', `${path} does not hold what it should at ${where}: ${issue?.message ?? ''}`, {
    subject: { path },
  });
}
