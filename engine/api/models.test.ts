import { copyFileSync, linkSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { makeDataFolder, type DataFolder } from '../../fixtures/data/writeData.ts';
import { modelPath } from '../../fixtures/models/expectedModels.ts';
import { createEngine, type Engine } from '../index.ts';
import { unattended } from '../jobs/pacer.ts';

let folder: DataFolder;
let engine: Engine;
let model: string;
let data: string;
const inFolder = (...names: string[]): string => join(folder.path, ...names);

beforeAll(async () => {
  folder = makeDataFolder();
  engine = createEngine({ workspace: null, host: 'terminal', roots: null });
  const rows = 'select i / 7.0 as a, i % 3 as b, i % 5 as c from range(200) r(i)';
  data = await folder.write('january.parquet', rows);
  await folder.write('february.parquet', rows);
  model = inFolder('model.onnx');
  copyFileSync(modelPath('linear-float'), model);
  linkSync(data, inFolder('linked.parquet'));
  symlinkSync(data, inFolder('pointed.parquet'));
});
afterAll(async () => {
  await engine.close();
  folder.remove();
});

function score(source: string, path: string): Promise<unknown> {
  const input = contract.models.score.input.parse({ source: { path: source }, model, settings: { map: { X: ['a', 'b', 'c'] } }, path });
  return engine.api.models.score(input, unattended);
}

describe('scoring to a place that is one of its own inputs', () => {
  test.each([
    ['the data file', () => data, () => data],
    ['the data file written otherwise', () => data, () => `${folder.path}/./january.parquet`],
    ['a second name of the data file', () => data, () => inFolder('linked.parquet')],
    ['a link to the data file', () => data, () => inFolder('pointed.parquet')],
    ['a file of the folder', () => folder.path, () => inFolder('february.parquet')],
    ['a file of the pattern', () => inFolder('*uary.parquet'), () => inFolder('february.parquet')],
    ['the model', () => data, () => model],
  ])('is refused: %s', async (_, source, path) => {
    const before = readFileSync(path());
    await expect(score(source(), path())).rejects.toMatchObject({
      code: 'E_USAGE',
      message: expect.stringContaining('It would be written over its own input') as string,
    });
    expect(readFileSync(path())).toEqual(before);
  });

  test('is taken where another file is, which is then written over', async () => {
    const path = await folder.write('old.parquet', 'select 1 as x');
    expect(await score(data, path)).toMatchObject({ rows: 200, path });
  });
});

test('training refuses to write its held-out rows over the data', async () => {
  const kept = await folder.write('base.reference.parquet', 'select i / 7.0 as a, i * 2.0 as y from range(100) r(i)');
  const before = readFileSync(kept);
  const input = contract.training.train.input.parse({
    source: { path: kept },
    target: 'y',
    features: ['a'],
    kind: 'linear',
    path: inFolder('base.onnx'),
  });
  await expect(engine.api.training.train(input, unattended)).rejects.toMatchObject({ code: 'E_USAGE' });
  expect(readFileSync(kept)).toEqual(before);
});
