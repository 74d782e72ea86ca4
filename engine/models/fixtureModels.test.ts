import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectedModels, modelPath } from '../../fixtures/models/expectedModels.ts';
import { expectPredictions, scorerFor } from '../../fixtures/models/expectPredictions.ts';
import { mapColumns, type TableColumn } from './columnMapping.ts';
import { fitModel } from './fitModel.ts';
import { openModel } from './openModel.ts';

const never = new AbortController().signal;

describe('predictions equal those of onnxruntime in Python', () => {
  test.each(Object.entries(expectedModels))('%s', (name, truth) => expectPredictions(modelPath(name), truth));
});

describe('what a model is', () => {
  test('classes of a ZipMap name the probabilities, also where they differ in letter case only', async () => {
    const model = await openModel(modelPath('zipmap-string'));
    const scorer = await scorerFor(model, expectedModels['zipmap-string']!);
    expect(scorer.task).toBe('classification');
    expect(scorer.predictions.map(({ column }) => column)).toEqual([
      'prediction',
      'probability_Low',
      'probability_low_2',
      'probability_middle',
    ]);
    expect(model.info.notes).toEqual([
      'The output output_probability is a list of maps; its probabilities are read from the tensor before it, probabilities.',
    ]);
    await model.close();
  });

  test('the columns of a model are those that its file lists', async () => {
    const columns = ['c', 'b', 'a', 'z'].map((column): TableColumn => ({ column, family: 'fraction' }));
    const model = await openModel(modelPath('linear-float'));
    const { inputs, info } = model;
    expect(mapColumns({ path: 'm', inputs, metadata: info.metadata, columns, map: {}, notFeatures: [] })).toEqual([
      { input: 'X', columns: ['a', 'b', 'c'], source: 'from-model' },
    ]);
    await model.close();
  });

  test('a fixed number of rows is kept to and told', async () => {
    const model = await openModel(modelPath('linear-batch-3'));
    expect(model.inputs).toEqual([{ name: 'X', kind: 'float32', width: 3, rank: 2, batch: 3 }]);
    await model.close();
  });

  test('outputs of several numbers have a column each', async () => {
    const model = await openModel(modelPath('outputs'));
    const { predictions } = await scorerFor(model, expectedModels['outputs']!);
    expect(predictions.map(({ column, role }) => [column, role])).toEqual(
      expect.arrayContaining([['prediction_parts_0', expect.anything()]]),
    );
    await model.close();
  });
});

describe('models that cannot be run are refused with the reason', () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'driftglass-models-'));
    const whole = readFileSync(modelPath('tree-float'));
    writeFileSync(join(folder, 'empty.onnx'), '');
    writeFileSync(join(folder, 'cut.onnx'), whole.subarray(0, whole.length / 2));
    writeFileSync(join(folder, 'text.onnx'), 'a,b,c\n1,2,3\n');
    writeFileSync(join(folder, 'pointer.onnx'), 'version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 3\n');
    await mkdir(join(folder, 'inner'));
    await copyFile(modelPath('external'), join(folder, 'inner/linked.onnx'));
    writeFileSync(join(folder, 'outside.bin'), new Uint8Array(12));
    symlinkSync(join(folder, 'outside.bin'), join(folder, 'inner/external.bin'));
    await copyFile(modelPath('external'), join(folder, 'short.onnx'));
    writeFileSync(join(folder, 'external.bin'), new Uint8Array(5));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const made = (name: string) => (): string => join(folder, name);
  test.each([
    ['an empty file', made('empty.onnx'), 'E_MODEL_INVALID', /empty/],
    ['a file that is cut off', made('cut.onnx'), 'E_MODEL_INVALID', /damaged/],
    ['a file of another format', made('text.onnx'), 'E_MODEL_INVALID', /damaged|no graph/],
    ['a pointer of git LFS', made('pointer.onnx'), 'E_MODEL_INVALID', /git lfs pull/],
    ['a folder', made('inner'), 'E_MODEL_INVALID', /folder/],
    ['no file', made('none.onnx'), 'E_FILE_NOT_FOUND', /There is no file/],
    ['a model without a version of its operators', () => modelPath('no-opset'), 'E_MODEL_INVALID', /version of the operators/],
    ['an operator that is not known', () => modelPath('unknown-operator'), 'E_MODEL_UNSUPPORTED', /Clairvoyance/],
    ['an image', () => modelPath('image'), 'E_MODEL_UNSUPPORTED', /one or two dimensions/],
    ['a part that is not there', () => modelPath('external-missing'), 'E_MODEL_EXTERNAL_DATA', /not there/],
    ['a part outside the folder', () => modelPath('external-outside'), 'E_MODEL_EXTERNAL_DATA', /outside the folder/],
    ['a part behind a link that leads outside', made('inner/linked.onnx'), 'E_MODEL_EXTERNAL_DATA', /outside the folder/],
    ['a part that is too short', made('short.onnx'), 'E_MODEL_EXTERNAL_DATA', /shorter/],
  ])('%s', async (_, path, code, message) => {
    await expect(openModel(path())).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test('a model whose output is one number for all rows', async () => {
    const model = await openModel(modelPath('one-number'));
    const scorer = scorerFor(model, { ...expectedModels['linear-double']! });
    await expect(scorer).rejects.toMatchObject({ code: 'E_MODEL_UNSUPPORTED', message: expect.stringContaining('for each row') });
    await model.close();
  });

  test('what can be told of it is told all the same', async () => {
    const found = await fitModel({ path: modelPath('image'), source: null, map: {}, notFeatures: [] }, never);
    expect(found.refused).toMatch(/one or two dimensions/);
    expect(found.info.inputs[0]!.shape).toEqual([1, 3, 8, 8]);
  });
});
