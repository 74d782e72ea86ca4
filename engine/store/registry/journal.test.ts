import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeAll, beforeEach, afterAll, expect, test } from 'vitest';
import type { RegistryEvent } from '#shared/domain/registry.ts';
import { buildWriter } from '../../../fixtures/registry/buildWriter.ts';
import { openJournal, type RegistryEntry } from './journal.ts';

let folder: string;
let built: string;
let program: string;
beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'driftglass-writer-'));
  program = await buildWriter(built);
});
afterAll(() => rm(built, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftglass-journal-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const alias = (why: string): RegistryEntry => ({
  kind: 'alias-set',
  model: 'taxi',
  version: 1,
  alias: 'champion',
  from: null,
  at: '2026-02-01T00:00:00.000Z',
  by: 'test',
  why,
});

const path = (): string => join(folder, 'registry.jsonl');
const whys = (events: readonly RegistryEvent[]): string[] => events.map(({ why }) => why);

test('events come back in their order, each with the digest of the line before', async () => {
  for (const why of ['a', 'b', 'c']) await openJournal(folder).append(() => alias(why));
  const events = await openJournal(folder).read();
  expect(whys(events)).toEqual(['a', 'b', 'c']);
  expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  expect(events[0]!.previous).toBe('');
  expect(events[1]!.previous).toMatch(/^[0-9a-f]{64}$/);
});

test('a line that a killed writer left half is no event, and the next one is whole', async () => {
  await openJournal(folder).append(() => alias('before'));
  for (const half of ['{"formatVersion":1,"sequence":2,"why":"ha', '\0\0\0\0', '{']) {
    await appendFile(path(), half);
    const events = (await openJournal(folder).read()).length;
    await openJournal(folder).append(() => alias(`after ${half.length}`));
    expect(await openJournal(folder).read()).toHaveLength(events + 1);
  }
  expect(whys(await openJournal(folder).read())).toEqual(['before', 'after 41', 'after 4', 'after 1']);
});

test('a file of another format is refused, by its number', async () => {
  await openJournal(folder).append(() => alias('a'));
  await appendFile(path(), `${JSON.stringify({ formatVersion: 2, sequence: 2 })}\n`);
  await expect(openJournal(folder).read()).rejects.toMatchObject({
    code: 'E_REGISTRY_FORMAT',
    message: expect.stringContaining('line 2 was written in format 2') as string,
  });
});

test('a line that was changed, or is gone, is found', async () => {
  for (const why of ['a', 'b', 'c']) await openJournal(folder).append(() => alias(why));
  const lines = (await readFile(path(), 'utf8')).split('\n');
  await writeFile(path(), lines.map((line) => line.replace('"why":"b"', '"why":"better"')).join('\n'));
  await expect(openJournal(folder).read()).rejects.toMatchObject({
    code: 'E_WORKSPACE_CORRUPT',
    message: expect.stringContaining('line 3'),
  });
  await writeFile(path(), [lines[0], ...lines.slice(2)].join('\n'));
  await expect(openJournal(folder).read()).rejects.toMatchObject({
    code: 'E_WORKSPACE_CORRUPT',
    message: expect.stringContaining('event 2 is missing'),
  });
  await writeFile(path(), [lines[0]!, lines[1]!.slice(0, 80), ...lines.slice(2)].join('\n'));
  await expect(openJournal(folder).read()).rejects.toMatchObject({ code: 'E_WORKSPACE_CORRUPT' });
});

test('what could not be read again is not written', async () => {
  const journal = openJournal(folder);
  await expect(journal.append(() => ({ ...alias('a'), model: '../x' }))).rejects.toMatchObject({ code: 'E_USAGE' });
  await expect(journal.append(() => ({ ...alias('a'), alias: 'latest' }) as RegistryEntry)).rejects.toMatchObject({ code: 'E_USAGE' });
  expect(await journal.read()).toEqual([]);
});

test('many writers at once each find the events of the others, and none is lost', async () => {
  const writers = Array.from({ length: 8 }, () => openJournal(folder));
  const seen: number[] = [];
  await Promise.all(
    writers.map(async (journal, i) => {
      for (let turn = 0; turn < 6; turn += 1) {
        await journal.append((events) => alias(`${i}.${turn} after ${events.length}`));
        seen.push(1);
      }
    }),
  );
  const events = await openJournal(folder).read();
  expect(events).toHaveLength(48);
  // Each decision was made on exactly the events before it.
  events.forEach(({ why }, i) => expect(why.endsWith(`after ${i}`)).toBe(true));
  expect(new Set(events.map(({ why }) => why.split(' ')[0])).size).toBe(48);
});

interface Writer {
  readonly child: ChildProcess;
  readonly told: string[];
  readonly closed: Promise<unknown>;
}

/** Starts a process that writes; `onTold` hears each event that it says is on the disk. */
function start(words: readonly string[], onTold: (writer: Writer) => void = () => undefined): Writer {
  const child = spawn(process.execPath, [program, folder, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  const writer: Writer = { child, told: [], closed: once(child, 'close') };
  createInterface({ input: child.stdout! }).on('line', (line) => {
    writer.told.push(line);
    onTold(writer);
  });
  return writer;
}

test('a writer killed in the middle loses nothing that it said was done', async () => {
  const told: string[] = [];
  for (let round = 0; round < 4; round += 1) {
    const writer = start(['taxi', '100000', 'long'], ({ child, told: done }) => {
      if (done.length > round) child.kill('SIGKILL');
    });
    await writer.closed;
    expect(writer.child.signalCode).toBe('SIGKILL');
    told.push(...writer.told);
  }
  const events = await openJournal(folder).read();
  const ids = new Set(events.map(({ id }) => id));
  expect(told.filter((id) => !ids.has(id))).toEqual([]);
  // A killed writer may have finished an event that it had no time to tell of.
  expect(events.length - told.length).toBeGreaterThanOrEqual(0);
  expect(events.map((event) => ('version' in event ? event.version : 0))).toEqual(events.map((_, i) => i + 1));
  await openJournal(folder).append(() => alias('goes on'));
  expect(whys(await openJournal(folder).read()).at(-1)).toBe('goes on');
});

test('two processes that write at once lose no event, and no number is given twice', async () => {
  const writers = [start(['taxi', '40']), start(['taxi', '40']), start(['wine', '20'])];
  await Promise.all(writers.map(({ closed }) => closed));
  const events = await openJournal(folder).read();
  expect(events.map(({ id }) => id).toSorted()).toEqual(writers.flatMap(({ told }) => told).toSorted());
  const taxi = events.filter(({ model }) => model === 'taxi');
  expect(taxi.map((event) => ('version' in event ? event.version : 0))).toEqual(Array.from({ length: 80 }, (_, i) => i + 1));
});
