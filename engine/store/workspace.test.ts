import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reportSettings } from '#shared/domain/settings.ts';
import { makeReport } from '../../fixtures/reports/makeReport.ts';
import { openWorkspace } from './workspace.ts';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'driftglass-workspace-')), 'autumn');
});
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

const source = (path: string): { path: string } => ({ path });

test('a new workspace is empty, bears the name of its folder and writes nothing before it must', async () => {
  expect(await openWorkspace(folder).state()).toEqual({
    name: 'autumn',
    path: folder,
    reference: null,
    current: null,
    settings: reportSettings.parse({}),
    openedModels: [],
    gate: '',
    recent: [],
  });
  await expect(access(folder)).rejects.toThrow('ENOENT');
});

test('what is changed is there when it is opened again', async () => {
  const settings = reportSettings.parse({ ignore: ['trip_id'], drift: { share: 0.25 } });
  await openWorkspace(folder).update({ reference: source('a.parquet'), settings });
  await openWorkspace(folder).update({ current: source('b.parquet') });
  expect(await openWorkspace(folder).state()).toMatchObject({ reference: source('a.parquet'), current: source('b.parquet'), settings });
});

test('an absent part of a change leaves what was; null clears it', async () => {
  const workspace = openWorkspace(folder);
  await workspace.update({ reference: source('a'), current: source('b') });
  expect(await workspace.update({ reference: undefined, current: null })).toMatchObject({ reference: source('a'), current: null });
});

test('changes at the same time all count', async () => {
  const workspace = openWorkspace(folder);
  const pairs = Array.from({ length: 8 }, (_, i) => workspace.remember(source(`r${i}`), source(`c${i}`), new Date(i)));
  await Promise.all([...pairs, workspace.update({ reference: source('a') }), workspace.update({ current: source('b') })]);
  const state = await openWorkspace(folder).state();
  expect(state.recent).toHaveLength(8);
  expect(state).toMatchObject({ reference: source('a'), current: source('b') });
  expect(await readdir(folder)).toEqual(['workspace.json']);
});

test('recent pairs are the last ten, each once, the latest first', async () => {
  const workspace = openWorkspace(null);
  for (let i = 0; i < 12; i += 1) await workspace.remember(source('r'), source(`c${i}`), new Date(i));
  await workspace.remember(source('r'), source('c5'), new Date(99));
  const { recent } = await workspace.state();
  expect(recent.map((pair) => pair.current.path)).toEqual(['c5', 'c11', 'c10', 'c9', 'c8', 'c7', 'c6', 'c4', 'c3', 'c2']);
});

test.each(['{"name": ', '', '[]', '{"formatVersion": 2}'])('a damaged workspace.json (%s) is named and never overwritten', async (text) => {
  const workspace = openWorkspace(folder);
  await workspace.update({});
  const file = join(folder, 'workspace.json');
  await writeFile(file, text);
  const refusal = { code: 'E_WORKSPACE_CORRUPT', subject: { path: file } };
  await expect(workspace.state()).rejects.toMatchObject(refusal);
  await expect(workspace.update({ reference: source('a') })).rejects.toMatchObject(refusal);
  expect(await readFile(file, 'utf8')).toBe(text);
});

test('a folder that cannot be there is a coded error', async () => {
  await writeFile(join(folder, '..', 'file'), '');
  const workspace = openWorkspace(join(folder, '..', 'file', 'below'));
  await expect(workspace.state()).rejects.toMatchObject({ code: 'E_FILE_NOT_READABLE' });
  await expect(workspace.runs.add(makeReport({ columns: 1, seed: 1 }), 1)).rejects.toMatchObject({ code: 'E_WRITE_FAILED' });
});

test('the sample of a workspace in memory lies in a temporary folder that goes with it', async () => {
  const workspace = openWorkspace(null);
  const sample = await workspace.sampleFolder();
  await access(sample);
  await workspace.close();
  await expect(access(sample)).rejects.toThrow('ENOENT');
});

test('model files that were opened are kept with how they are filled, also in a workspace from before there were any', async () => {
  const scoring = { map: { X: ['b', 'a'] }, nulls: 'nan' as const, fill: { a: 0 } };
  const opened = { path: '/models/fare.onnx', scoring, openedAt: '2026-02-01T00:00:00.000Z' };
  await openWorkspace(folder).update({ openedModels: [opened] });
  expect((await openWorkspace(folder).state()).openedModels).toEqual([opened]);
  const file = join(folder, 'workspace.json');
  const { openedModels: _, ...before } = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, JSON.stringify(before));
  expect((await openWorkspace(folder).state()).openedModels).toEqual([]);
});
