import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DriftReport } from '#shared/domain/report.ts';
import { makeReport } from '../../fixtures/reports/makeReport.ts';
import { folderRuns } from './folderRuns.ts';
import { memoryRuns } from './memoryRuns.ts';
import { runId } from './runId.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftglass-runs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function reportAt(minute: number): DriftReport {
  const createdAt = new Date(Date.UTC(2026, 0, 1, 0, minute));
  return { ...makeReport({ columns: 3, seed: minute }), id: runId(createdAt, minute), createdAt: createdAt.toISOString() };
}

describe.each([
  ['in a folder', () => folderRuns(folder)],
  ['in memory', memoryRuns],
])('runs %s', (_, open) => {
  test('come back whole, newest first', async () => {
    const runs = open();
    const [first, second] = [reportAt(1), reportAt(2)];
    await runs.add(second, 20);
    await runs.add(first, 10);
    expect(await runs.get(first.id)).toEqual(first);
    const listed = await runs.list();
    expect(listed.map((run) => [run.id, run.durationMs])).toEqual([
      [second.id, 20],
      [first.id, 10],
    ]);
  });

  test('can be removed and brought back', async () => {
    const runs = open();
    const report = reportAt(1);
    await runs.add(report, 1);
    await runs.remove(report.id);
    expect(await runs.list()).toEqual([]);
    await expect(runs.get(report.id)).rejects.toMatchObject({ code: 'E_RUN_NOT_FOUND' });
    await runs.restore(report.id);
    expect(await runs.get(report.id)).toEqual(report);
  });

  test('that were removed are gone for good at the end', async () => {
    const runs = open();
    const report = reportAt(1);
    await runs.add(report, 1);
    await runs.remove(report.id);
    await runs.close();
    await expect(open().restore(report.id)).rejects.toMatchObject({ code: 'E_RUN_NOT_FOUND' });
  });

  test('are not found under ids that nobody gave, paths included', async () => {
    for (const id of ['nothing', '../workspace', '..', '20260101T000000000Z-00000000']) {
      await expect(open().get(id)).rejects.toMatchObject({ code: 'E_RUN_NOT_FOUND' });
      await expect(open().remove(id)).rejects.toMatchObject({ code: 'E_RUN_NOT_FOUND' });
    }
  });
});

test('a damaged run is named when it is opened, and the others stay in the list', async () => {
  const runs = folderRuns(folder);
  const [whole, damaged, odd] = [reportAt(1), reportAt(2), reportAt(3)];
  for (const report of [whole, damaged, odd]) await runs.add(report, 1);
  const file = (id: string): string => join(folder, 'runs', `${id}.json`);
  const text = await readFile(file(damaged.id), 'utf8');
  await writeFile(file(damaged.id), text.slice(0, text.length / 2));
  await writeFile(file(odd.id), '{"formatVersion": 1}');
  expect((await runs.list()).map((run) => run.id)).toEqual([whole.id]);
  for (const id of [damaged.id, odd.id]) {
    await expect(runs.get(id)).rejects.toMatchObject({ code: 'E_WORKSPACE_CORRUPT', subject: { path: file(id) } });
  }
});

test('runs written at once by two openings of one folder are all there, with nothing half written beside them', async () => {
  const reports = Array.from({ length: 20 }, (_, minute) => reportAt(minute));
  const [one, two] = [folderRuns(folder), folderRuns(folder)];
  await Promise.all(reports.map((report, index) => (index % 2 === 0 ? one : two).add(report, 1)));
  expect(await one.list()).toHaveLength(20);
  expect(await two.list()).toHaveLength(20);
  expect((await readdir(join(folder, 'runs'))).every((name) => name.endsWith('.json'))).toBe(true);
});

test('files that are not runs are left alone', async () => {
  const runs = folderRuns(folder);
  await runs.add(reportAt(1), 1);
  await writeFile(join(folder, 'runs', 'notes.txt'), 'mine');
  await writeFile(join(folder, 'runs', 'other.json'), '{}');
  expect(await runs.list()).toHaveLength(1);
});
