import { createHash, randomUUID } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { registryEvent, type RegistryChange, type RegistryEvent } from '#shared/domain/registry.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { makeFolder } from '../makeFolder.ts';

/** A change with the model it is about, by whom, when and why. */
export type RegistryEntry = RegistryChange & Pick<RegistryEvent, 'model' | 'at' | 'by' | 'why'>;

/** The append-only history of a registry: one event a line. */
export interface Journal {
  readonly path: string;
  /** The events that count, in their order. */
  read(): Promise<readonly RegistryEvent[]>;
  /**
   * Adds the event that `decide` makes of the events so far, and gives it when it is on the disk; null where `decide`
   * finds nothing to do. When another process was faster, `decide` is asked again with its event among them.
   */
  append(decide: (events: readonly RegistryEvent[]) => RegistryEntry | null): Promise<RegistryEvent | null>;
}

interface Contents {
  readonly events: readonly RegistryEvent[];
  readonly lastHash: string;
  /** Whether the file ends in the middle of a line, as it does when a writer was killed. */
  readonly torn: boolean;
}

const mostAttempts = 1000;

const hashOf = (line: string): string => createHash('sha256').update(line).digest('hex');

function damaged(path: string, line: number, why: string): AppError {
  return new AppError('E_WORKSPACE_CORRUPT', `${path}, line ${line}: ${why}.`, { subject: { path } });
}

function parseLine(path: string, number: number, line: string): RegistryEvent | null {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    // What a killed writer left. Should it have been an event that counted, the next one does not fit the count.
    return null;
  }
  const format = typeof raw === 'object' && raw !== null && 'formatVersion' in raw ? raw.formatVersion : undefined;
  if (typeof format === 'number' && format !== 1) {
    const message = `${path}, line ${number} was written in format ${format}; this Driftglass reads and writes format 1.`;
    throw new AppError('E_REGISTRY_FORMAT', message, { subject: { path } });
  }
  const parsed = registryEvent.safeParse(raw);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw damaged(path, number, `this is no event of the registry at ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

/**
 * Of two events with one number the first in the file counts; the writer of the other one notices and tries again.
 * Each event names the digest of the line before, so that a changed or missing line shows.
 */
function parseJournal(path: string, text: string): Contents {
  const events: RegistryEvent[] = [];
  let lastHash = '';
  for (const [i, line] of text.split('\n').entries()) {
    const event = line === '' ? null : parseLine(path, i + 1, line);
    if (event === null || event.sequence <= events.length) continue;
    if (event.sequence > events.length + 1) throw damaged(path, i + 1, `event ${events.length + 1} is missing or damaged before it`);
    if (event.previous !== lastHash) throw damaged(path, i + 1, 'the line before it was changed after it was written');
    events.push(event);
    lastHash = hashOf(line);
  }
  return { events, lastHash, torn: text !== '' && !text.endsWith('\n') };
}

/** What could not be read again is not written. */
function checked(event: RegistryEvent): RegistryEvent {
  const parsed = registryEvent.safeParse(event);
  if (parsed.success) return event;
  const issue = parsed.error.issues[0]!;
  throw new AppError('E_USAGE', `${issue.path.map(String).join('.')} ${issue.message}.`);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw new AppError('E_FILE_NOT_READABLE', `${path} cannot be read: ${(error as Error).message}`, { subject: { path }, cause: error });
  }
}

/** Adds one line in one write, which the system does not mix with those of others, and brings it to the disk. */
async function addLine(path: string, line: string): Promise<void> {
  try {
    const file = await open(path, 'a');
    try {
      const bytes = Buffer.from(line);
      const { bytesWritten } = await file.write(bytes, 0, bytes.length);
      if (bytesWritten !== bytes.length) throw new Error('the disk took only a part of the line');
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new AppError('E_WRITE_FAILED', `${path} could not be written: ${(error as Error).message}`, { subject: { path }, cause: error });
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder for this.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Opens the history of a folder; the file is made when the first event is added. */
export function openJournal(folder: string): Journal {
  const path = join(folder, 'registry.jsonl');
  let known: { readonly bytes: number; readonly changed: number; readonly contents: Contents } | null = null;
  const read = async (): Promise<Contents> => {
    const file = await stat(path).catch(() => null);
    if (known !== null && file?.size === known.bytes && file.mtimeMs === known.changed) return known.contents;
    const contents = parseJournal(path, await readText(path));
    known = file === null ? null : { bytes: file.size, changed: file.mtimeMs, contents };
    return contents;
  };
  return {
    path,
    read: async () => (await read()).events,
    append: async (decide) => {
      await makeFolder(folder);
      for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
        const { events, lastHash, torn } = await read();
        const entry = decide(events);
        if (entry === null) return null;
        const id = randomUUID();
        const event = checked({ formatVersion: 1 as const, sequence: events.length + 1, previous: lastHash, id, ...entry });
        await addLine(path, `${torn ? '\n' : ''}${JSON.stringify(event)}\n`);
        if (events.length === 0) await syncFolder(dirname(path)).catch(() => undefined);
        known = null;
        const written = (await read()).events[events.length];
        if (written?.id === id) return written;
      }
      throw new AppError('E_WRITE_FAILED', `${path} could not be written: other programs write to it all the time.`, { subject: { path } });
    },
  };
}
