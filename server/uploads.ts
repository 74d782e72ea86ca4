import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance } from 'fastify';
import { AppError } from '#shared/errors/AppError.ts';

export interface UploadOptions {
  /** Where dropped files are kept; made when the first one comes. */
  readonly folder: string;
  readonly maxBytes: number;
}

const gigabytes = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GB`;

function tooLarge(name: string, maxBytes: number): AppError {
  const message =
    `${name} is larger than ${gigabytes(maxBytes)}, the most a browser may hand over. ` +
    'Name the file when you start Driftglass; then it is read where it lies.';
  return new AppError('E_WRITE_FAILED', message, { subject: { path: name } });
}

/** A name that stays inside its folder on every system: no separators, no control characters, no leading dot. */
export function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex
  const plain = last
    .replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '_')
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '');
  const parts = /^(.*?)((?:\.[A-Za-z0-9]{1,8}){0,2})$/.exec(plain);
  const stem = Buffer.from(parts?.[1] ?? '')
    .subarray(0, 150)
    .toString()
    .replace(/\uFFFD+$/, '');
  const safe = `${stem}${parts?.[2] ?? ''}`;
  if (safe === '') throw new AppError('E_INPUT_INVALID', 'The file has no name that can be kept.');
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(safe) ? `_${safe}` : safe;
}

function countAndHash(name: string, maxBytes: number, hash: ReturnType<typeof createHash>): Transform {
  let bytes = 0;
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      hash.update(chunk);
      done(bytes > maxBytes ? tooLarge(name, maxBytes) : null, chunk);
    },
  });
}

function writeFailure(name: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (error instanceof AppError || !/^E(NOSPC|DQUOT|ACCES|ROFS|IO|PERM)$/.test(code)) return error;
  return new AppError('E_WRITE_FAILED', `${name} could not be kept: ${(error as Error).message}.`, {
    subject: { path: name },
    cause: error,
  });
}

/**
 * Keeps what is streamed under the hash of its content, so that two files of one name both stay and a file
 * dropped twice has one path. It appears whole or not at all.
 */
export async function keepUpload(body: Readable, givenName: string, { folder, maxBytes }: UploadOptions): Promise<string> {
  const name = safeFileName(givenName);
  const hash = createHash('sha256');
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${randomUUID()}.part`);
  try {
    await pipeline(body, countAndHash(name, maxBytes, hash), createWriteStream(temporary, { flags: 'wx', flush: true }));
    const place = join(folder, hash.digest('hex').slice(0, 16));
    const path = join(place, name);
    await mkdir(place, { recursive: true });
    const isKept = await stat(path).then(
      () => true,
      () => false,
    );
    if (!isKept) await rename(temporary, path);
    return path;
  } catch (error) {
    throw writeFailure(name, error);
  } finally {
    await rm(temporary, { force: true });
  }
}

export function serveUploads(server: FastifyInstance, options: UploadOptions): void {
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.put<{ Params: { name: string } }>('/files/:name', async (request) => {
      const announced = Number(request.headers['content-length'] ?? 0);
      if (announced > options.maxBytes) throw tooLarge(safeFileName(request.params.name), options.maxBytes);
      return { path: await keepUpload(request.raw, request.params.name, options) };
    });
  });
}
