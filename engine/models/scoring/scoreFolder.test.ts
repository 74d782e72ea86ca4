import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDataFolder, type DataFolder } from '../../../fixtures/data/writeData.ts';
import { modelPath } from '../../../fixtures/models/expectedModels.ts';
import { unattended } from '../../jobs/pacer.ts';
import { moveFileAtomically, writeFileAtomically } from '../../report/atomicWrite.ts';
import { scoreFolder, type ScoreFolderRequest, type ScoredFile } from './scoreFolder.ts';

let folder: DataFolder;
let days: string;
beforeAll(async () => {
  folder = makeDataFolder();
  days = join(folder.path, 'days');
  mkdirSync(days);
  for (const day of [1, 2, 3]) await writeDay(day, 10 * day);
});
afterAll(() => folder.remove());

const writeDay = (day: number, rows: number): Promise<string> =>
  folder.write(`days/2026-02-0${day}.parquet`, `select i::double as a, 1.0 as b, 2.0 as c from range(${rows}) r(i)`);

function run(output: string, asked: Partial<ScoreFolderRequest> = {}): Promise<ScoredFile[]> {
  const request: ScoreFolderRequest = {
    source: { path: days },
    model: { path: modelPath('external'), name: null, version: null },
    settings: { map: { X: ['a', 'b', 'c'] }, nulls: 'refuse', fill: {} },
    where: null,
    keep: [],
    notFeatures: [],
    folder: output,
    write: writeFileAtomically,
    place: moveFileAtomically,
    ...asked,
  };
  return scoreFolder(request, unattended);
}

const states = (files: readonly ScoredFile[]): string[] => files.map(({ state, rows }) => `${state} ${rows}`);

describe('a folder of files', () => {
  test('is scored once, then only what is new, changed, gone from the output or asked for otherwise', async () => {
    const output = join(folder.path, 'scored');
    expect(states(await run(output))).toEqual(['scored 10', 'scored 20', 'scored 30']);
    expect(readdirSync(output).sort()).toEqual([
      '.driftglass-scored.json',
      '2026-02-01.parquet',
      '2026-02-02.parquet',
      '2026-02-03.parquet',
    ]);
    const before = statSync(join(output, '2026-02-01.parquet')).mtimeMs;
    expect(states(await run(output))).toEqual(['unchanged 10', 'unchanged 20', 'unchanged 30']);
    await writeDay(2, 25);
    await writeDay(4, 5);
    expect(states(await run(output))).toEqual(['unchanged 10', 'scored 25', 'unchanged 30', 'scored 5']);
    expect(statSync(join(output, '2026-02-01.parquet')).mtimeMs).toBe(before);
    utimesSync(join(days, '2026-02-03.parquet'), new Date(0), new Date(0));
    expect(states(await run(output)).filter((state) => state.startsWith('scored'))).toEqual(['scored 30']);
    expect(states(await run(output, { where: 'a < 3' }))).toEqual(['scored 3', 'scored 3', 'scored 3', 'scored 3']);
    writeFileSync(join(output, '.driftglass-scored.json'), '{ torn');
    expect(states(await run(output)).every((state) => state.startsWith('scored'))).toBe(true);
  });

  test('goes on after a file that fails, and tries that one again', async () => {
    const output = join(folder.path, 'failing');
    writeFileSync(join(days, '2026-02-00.parquet'), 'not parquet at all, and long enough to be looked at');
    const first = await run(output);
    expect(states(first).map((state) => state.split(' ')[0])).toEqual(['failed', 'scored', 'scored', 'scored', 'scored']);
    expect(first[0]!.message).toContain('2026-02-00.parquet');
    await writeDay(0, 7);
    expect(states(await run(output))[0]).toBe('scored 7');
  });

  test('in which the output lies does not score what was scored', async () => {
    const output = join(days, 'scored');
    const first = (await run(output)).length;
    expect((await run(output)).map(({ state }) => state)).toEqual(Array.from({ length: first }, () => 'unchanged'));
    await expect(run(days)).rejects.toMatchObject({ code: 'E_USAGE', message: expect.stringContaining('another folder') });
  });

  test('is not begun with a model that cannot be run, nor where nothing can be written', async () => {
    const model = { path: modelPath('unknown-operator'), name: null, version: null };
    await expect(run(join(folder.path, 'never'), { model })).rejects.toMatchObject({ code: 'E_MODEL_UNSUPPORTED' });
    expect(readdirSync(folder.path)).not.toContain('never');
    writeFileSync(join(folder.path, 'file'), '');
    await expect(run(join(folder.path, 'file/inner'))).rejects.toMatchObject({ code: 'E_WRITE_FAILED' });
  });
});
