import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from './readConfig.ts';
import { mergeSettings, settingsFromOptions } from './reportSettingsFrom.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftglass-config-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(text: string): ReturnType<typeof readConfig> {
  const path = join(folder, 'driftglass.yaml');
  await writeFile(path, text);
  return readConfig(path);
}

test('the path of a model counts from the folder of the file', async () => {
  const { settings } = await read('model:\n  path: models/fare.onnx\n  map:\n    X: [a, b]\n');
  expect(settings.model).toEqual({ path: join(folder, 'models/fare.onnx'), map: { X: ['a', 'b'] } });
});

test('a model without a path, or with a setting that is not known, names its line', async () => {
  await expect(read('model:\n  nulls: nan\n')).rejects.toMatchObject({
    code: 'E_CONFIG_INVALID',
    message: expect.stringContaining('name the model'),
  });
  await expect(read('model:\n  path: m.onnx\n  nuls: nan\n')).rejects.toMatchObject({ message: expect.stringMatching(/line 3.*nulls/) });
});

test('the command line adds to the model of the file, and another model brings its own mapping', async () => {
  const { settings } = await read('model:\n  path: m.onnx\n  map:\n    X: [a, b]\n');
  const filled = mergeSettings(settings, settingsFromOptions({ fill: ['a=1'] }));
  expect(filled.model).toEqual({ path: join(folder, 'm.onnx'), map: { X: ['a', 'b'] }, fill: { a: '1' } });
  expect(mergeSettings(settings, settingsFromOptions({ model: '/other.onnx' })).model).toEqual({ path: '/other.onnx' });
  expect(mergeSettings(settings, settingsFromOptions({})).model).toEqual(settings.model);
});
