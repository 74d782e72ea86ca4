import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openingBounds, readWindowState, writeWindowState } from './windowState.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const state = { bounds: { x: 100, y: 50, width: 1200, height: 800 }, maximised: true };
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftglass-window-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('gives back what was written, and leaves no half-written file', async () => {
  const file = join(folder, 'deep/er/window.json');
  writeWindowState(file, state);
  expect(readWindowState(file, [screen])).toEqual(state);
  expect(await readdir(join(folder, 'deep/er'))).toEqual(['window.json']);
});

it('forgets a place that is on no screen any more', () => {
  const file = join(folder, 'elsewhere.json');
  writeWindowState(file, { ...state, bounds: { ...state.bounds, x: 3000 } });
  expect(readWindowState(file, [screen])).toBeNull();
  expect(readWindowState(file, [screen, { ...screen, x: 1920 }])).not.toBeNull();
});

it.each(['', '{', 'null', '{"bounds":{"x":"1"}}'])('passes over a damaged file: %s', async (text) => {
  const file = join(folder, 'damaged.json');
  await writeFile(file, text);
  expect(readWindowState(file, [screen])).toBeNull();
});

it('does not fail where nothing can be written', async () => {
  await writeFile(join(folder, 'file'), '');
  expect(() => writeWindowState(join(folder, 'file/window.json'), state)).not.toThrow();
});

it('opens at the usual size, or as large as a small screen allows', () => {
  expect(openingBounds(null, screen)).toEqual({ width: 1440, height: 900 });
  expect(openingBounds(null, { ...screen, width: 1280, height: 720 })).toEqual({ width: 1280, height: 720 });
  expect(openingBounds(state, screen)).toEqual(state.bounds);
});
