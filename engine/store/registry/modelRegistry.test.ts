import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { info } from '../../../fixtures/registry/modelInfo.ts';
import { outcome } from '../../../fixtures/registry/outcome.ts';
import { openModelRegistry, type ModelRegistry, type NewModel } from './modelRegistry.ts';
import type { Signature } from './registryParts.ts';

let folder: string;
let registry: ModelRegistry;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftglass-registry-'));
  registry = openModelRegistry(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const scoring = { map: {}, nulls: 'refuse', fill: {} } as const;
const model = (content: string, more: Partial<NewModel> = {}): NewModel => ({
  name: 'taxi',
  bytes: Buffer.from(content),
  info,
  source: `/models/${content}.onnx`,
  tags: {},
  card: null,
  scoring,
  reference: null,
  ...more,
});

const by = (at: string, why = ''): Signature => ({ by: 'anna', why, at: new Date(at) });
const noon = by('2026-02-01T12:00:00Z');

async function threeVersions(): Promise<void> {
  for (const content of ['one', 'two', 'three']) await registry.register(model(content), noon);
}

const championNow = async (): Promise<number | null> =>
  (await registry.holders('taxi', 'champion', '9999-01-01T00:00:00.000Z', '9999-01-01T00:00:00.000Z'))[0]!.version;

test('versions count from 1, and a file that is there already makes no second one', async () => {
  await threeVersions();
  const again = await registry.register(model('two', { tags: { a: 'b' } }), noon);
  expect(again).toMatchObject({ created: false, version: { version: 2, tags: {} } });
  const taxi = (await registry.state()).get('taxi')!;
  expect(registry.versionsOf(taxi).map(({ version }) => version)).toEqual([1, 2, 3]);
  expect(await registry.register(model('two', { name: 'wine' }), noon)).toMatchObject({ created: true, version: { version: 1 } });
});

test('names lead to versions: an alias, a number, the champion, else the newest', async () => {
  await threeVersions();
  const versionOf = async (alias: string | null, version: number | null): Promise<number> =>
    (await registry.resolve({ name: 'taxi', alias, version })).version.version;
  expect(await versionOf(null, null)).toBe(3);
  await registry.setAlias({ name: 'taxi', version: 1, alias: 'champion' }, noon);
  expect(await versionOf(null, null)).toBe(1);
  expect(await versionOf('champion', null)).toBe(1);
  expect(await versionOf('latest', null)).toBe(3);
  expect(await versionOf(null, 2)).toBe(2);
  await expect(versionOf('challenger', null)).rejects.toMatchObject({
    code: 'E_MODEL_UNKNOWN',
    message: 'taxi has no alias challenger; it has champion.',
  });
  await expect(versionOf(null, 4)).rejects.toMatchObject({
    code: 'E_MODEL_UNKNOWN',
    message: expect.stringContaining('newest is 3') as string,
  });
  await expect(registry.resolve({ name: 'taxy', alias: null, version: null })).rejects.toMatchObject({
    message: 'The registry has no model taxy. Did you mean taxi?',
  });
});

test('a kept file that was changed is not given out, and can be kept anew', async () => {
  await threeVersions();
  const { path } = await registry.resolve({ name: 'taxi', alias: null, version: 2 });
  expect(await readFile(path, 'utf8')).toBe('two');
  await appendFile(path, '!');
  const changed = { code: 'E_MODEL_CHANGED', subject: { path } };
  await expect(registry.resolve({ name: 'taxi', alias: null, version: 2 })).rejects.toMatchObject(changed);
  await expect(registry.setAlias({ name: 'taxi', version: 2, alias: 'champion' }, noon)).rejects.toMatchObject(changed);
  expect(await championNow()).toBeNull();
  await registry.register(model('two'), noon);
  expect((await registry.resolve({ name: 'taxi', alias: null, version: 2 })).path).toBe(path);
  await rm(path);
  await expect(registry.resolve({ name: 'taxi', alias: null, version: 2 })).rejects.toMatchObject({ code: 'E_FILE_NOT_FOUND' });
});

test('roll-backs go back one change each, as far as there is something', async () => {
  await threeVersions();
  for (const version of [1, 2, 3]) await registry.setAlias({ name: 'taxi', version, alias: 'champion' }, noon);
  expect(await registry.rollBack('taxi', 'champion', noon)).toEqual({ from: 3, to: 2 });
  expect(await registry.rollBack('taxi', 'champion', noon)).toEqual({ from: 2, to: 1 });
  await expect(registry.rollBack('taxi', 'champion', noon)).rejects.toMatchObject({ code: 'E_MODEL_NO_EARLIER' });
  expect(await championNow()).toBe(1);
  await registry.setAlias({ name: 'taxi', version: 3, alias: 'champion' }, noon);
  expect(await registry.rollBack('taxi', 'champion', noon)).toEqual({ from: 3, to: 1 });
  await registry.removeAlias('taxi', 'champion', noon);
  expect(await championNow()).toBeNull();
  expect(await registry.rollBack('taxi', 'champion', noon)).toEqual({ from: null, to: 1 });
  await expect(registry.rollBack('taxi', 'challenger', noon)).rejects.toMatchObject({ code: 'E_MODEL_NO_EARLIER' });
  expect((await registry.events()).map(({ kind }) => kind).slice(-2)).toEqual(['alias-removed', 'rolled-back']);
});

test('setting an alias to where it points already is no event', async () => {
  await threeVersions();
  expect(await registry.setAlias({ name: 'taxi', version: 1, alias: 'champion' }, noon)).toBe(true);
  const before = (await registry.events()).length;
  expect(await registry.setAlias({ name: 'taxi', version: 1, alias: 'champion' }, noon)).toBe(false);
  expect(await registry.events()).toHaveLength(before);
});

test('who held an alias, at the very moment of a change and a millisecond before', async () => {
  await registry.register(model('one'), by('2026-02-01T00:00:00Z'));
  await registry.register(model('two'), by('2026-02-01T00:00:00Z'));
  await registry.setAlias({ name: 'taxi', version: 1, alias: 'champion' }, by('2026-02-03T00:00:00Z', 'first'));
  await registry.setAlias({ name: 'taxi', version: 2, alias: 'champion' }, by('2026-02-04T00:00:00Z', 'better'));
  const at = async (time: string): Promise<(number | null)[]> =>
    (await registry.holders('taxi', 'champion', time, time)).map(({ version }) => version);
  expect(await at('2026-02-02T23:59:59.999Z')).toEqual([null]);
  expect(await at('2026-02-03T00:00:00.000Z')).toEqual([1]);
  expect(await at('2026-02-03T23:59:59.999Z')).toEqual([1]);
  expect(await at('2026-02-04T00:00:00.000Z')).toEqual([2]);
  const day = await registry.holders('taxi', 'champion', '2026-02-03T00:00:00.000Z', '2026-02-04T00:00:00.000Z');
  expect(day).toEqual([{ version: 1, since: '2026-02-03T00:00:00.000Z', until: '2026-02-04T00:00:00.000Z', by: 'anna', why: 'first' }]);
  const berlin = await registry.holders('taxi', 'champion', '2026-02-02T23:00:00.000Z', '2026-02-03T23:00:00.000Z');
  expect(berlin.map(({ version }) => version)).toEqual([null, 1]);
  expect((await registry.holders('taxi', 'challenger', '2026-02-03T00:00:00.000Z', '2026-02-04T00:00:00.000Z'))[0]!.version).toBeNull();
});

test('a clock that was set back does not turn the order around', async () => {
  await threeVersions();
  await registry.setAlias({ name: 'taxi', version: 1, alias: 'champion' }, by('2026-02-03T12:00:00Z'));
  await registry.setAlias({ name: 'taxi', version: 2, alias: 'champion' }, by('2026-02-03T11:00:00Z'));
  await registry.setAlias({ name: 'taxi', version: 3, alias: 'champion' }, by('2026-02-03T13:00:00Z'));
  const day = await registry.holders('taxi', 'champion', '2026-02-03T12:00:00.000Z', '2026-02-04T00:00:00.000Z');
  expect(day.map(({ version, since }) => [version, since])).toEqual([
    [2, '2026-02-03T12:00:00.000Z'],
    [3, '2026-02-03T13:00:00.000Z'],
  ]);
});

test('cards keep their comments, may be edited by hand, and say on which line a mistake is', async () => {
  const text = '# For fares of one city.\npurpose: fares\nlimits: # known\n  - not at night\n';
  await registry.register(model('one', { card: text }), noon);
  const state = await registry.readCard('taxi', 1);
  expect(state).toMatchObject({ text, changedByHand: false, problem: null });
  await writeFile(state.path, `${text}ownr: me\n`);
  expect(await registry.readCard('taxi', 1)).toMatchObject({
    changedByHand: true,
    problem: 'Line 5 of the model card: there is no ownr.',
  });
  await expect(registry.writeCard('taxi', 1, 'metrics:\n  - metric: mae\n    value: much\n', noon)).rejects.toMatchObject({
    code: 'E_CARD_INVALID',
    message: expect.stringContaining('Line 3 of the model card: metrics.0.value') as string,
  });
  expect(await registry.writeCard('taxi', 1, `${text}owner: me\n`, noon)).toMatchObject({ changedByHand: false, problem: null });
  expect((await registry.events()).at(-1)).toMatchObject({ kind: 'card-set', card: `${text}owner: me\n` });
});

test('tags are set and taken away', async () => {
  await registry.register(model('one', { tags: { team: 'fares' } }), noon);
  await registry.setTag('taxi', 1, { name: 'checked', value: 'yes' }, noon);
  await registry.setTag('taxi', 1, { name: 'checked', value: 'yes' }, noon);
  await registry.setTag('taxi', 1, { name: 'team', value: null }, noon);
  const [version] = registry.versionsOf((await registry.state()).get('taxi')!);
  expect(version!.tags).toEqual({ checked: 'yes' });
  expect((await registry.events()).map(({ kind }) => kind)).toEqual(['registered', 'tag-set', 'tag-removed']);
});

test('names that cannot be one, or differ only in capitals, are refused', async () => {
  await registry.register(model('one'), noon);
  for (const name of ['', '../taxi', 'taxi@2', 'a b', 'x'.repeat(101), 'Taxi']) {
    await expect(registry.register(model('two', { name }), noon)).rejects.toMatchObject({ code: 'E_USAGE' });
  }
  for (const alias of ['latest', '3', '', 'a b']) {
    await expect(registry.setAlias({ name: 'taxi', version: 1, alias }, noon)).rejects.toMatchObject({ code: 'E_USAGE' });
  }
  expect(await registry.events()).toHaveLength(1);
});

test('what a gate found and the alias it sets are one event; a refusal leaves the alias', async () => {
  await threeVersions();
  const decide = (version: number, passed: boolean, override: boolean, holder: number | null) =>
    registry.decide({ name: 'taxi', version, alias: 'champion', holder, outcome: outcome(version, passed), override }, noon);
  expect(await decide(1, true, false, null)).toMatchObject({ kind: 'promoted', from: null });
  expect(await decide(2, false, false, 1)).toMatchObject({ kind: 'refused', outcome: { passed: false } });
  expect(await championNow()).toBe(1);
  expect(await decide(2, false, true, 1)).toMatchObject({ kind: 'overridden' });
  expect(await championNow()).toBe(2);
  // Somebody pointed it elsewhere while the gate was at work.
  await expect(decide(3, true, false, 1)).rejects.toMatchObject({ code: 'E_MODEL_MOVED' });
  expect(await championNow()).toBe(2);
  expect(await registry.rollBack('taxi', 'champion', noon)).toEqual({ from: 2, to: 1 });
});

test('a promotion that is killed while it is written leaves the old alias, at whichever byte', async () => {
  await threeVersions();
  const decide = (version: number, holder: number | null) =>
    registry.decide({ name: 'taxi', version, alias: 'champion', holder, outcome: outcome(version, true), override: false }, noon);
  await decide(1, null);
  const path = join(folder, 'registry.jsonl');
  const before = (await readFile(path)).length;
  await decide(2, 1);
  const after = await readFile(path);
  for (const cut of [before, before + 1, before + 100, after.length - 2]) {
    await writeFile(path, after.subarray(0, cut));
    registry = openModelRegistry(folder);
    expect(await championNow()).toBe(1);
    await decide(3, 1);
    expect(await championNow()).toBe(3);
  }
  await writeFile(path, after);
  registry = openModelRegistry(folder);
  expect(await championNow()).toBe(2);
});
