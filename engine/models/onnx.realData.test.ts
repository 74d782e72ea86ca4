import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import type { ExpectedModel } from '../../fixtures/models/expectedModels.ts';
import { expectPredictions } from '../../fixtures/models/expectPredictions.ts';
import { makeDataFolder } from '../../fixtures/data/writeData.ts';
import { hasSharedData, onRealData, readPlainCsv, sharedData } from '../../fixtures/realData/sharedData.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { unattended } from '../jobs/pacer.ts';
import { moveFileAtomically } from '../report/atomicWrite.ts';
import { openModel } from './openModel.ts';
import { scoreDataset } from './scoring/scoreDataset.ts';

const models = join(sharedData, 'data/onnx');
const saved = resolve(import.meta.dirname, '../../fixtures/realData/onnxPredictions.json');
const truths = (JSON.parse(readFileSync(saved, 'utf8')) as { models: Record<string, ExpectedModel> }).models;

const filesOf = (folder: string): string[] =>
  hasSharedData
    ? readdirSync(join(models, folder))
        .filter((name) => name.endsWith('.onnx'))
        .map((name) => `${folder}/${name}`)
    : [`${folder}/none.onnx`];

/** Those that a table cannot fill, or that cannot be run by the runtime itself, and what is said of them. */
const refused: Readonly<Record<string, RegExp>> = {
  'odd/mnist.onnx': /one or two dimensions/,
  'odd/test_types_float16.onnx': /numbers of that kind/,
  'odd/zipmap_int64float.onnx': /predicts nothing/,
  'odd/zipmap_stringfloat.onnx': /predicts nothing/,
};

describe.skipIf(!hasSharedData)(onRealData('real models'), () => {
  const runnable = ['derived', 'public', 'odd'].flatMap(filesOf);

  test.each(runnable.filter((name) => refused[name] === undefined))('%s predicts what it predicts in Python', async (name) => {
    const truth = truths[name];
    expect(truth, name).toBeDefined();
    await expectPredictions(join(models, name), truth!);
  });

  test.each(Object.entries(refused))('%s is refused with the reason', async (name, reason) => {
    const opened = openModel(join(models, name));
    await expect(opened).rejects.toMatchObject({ code: 'E_MODEL_UNSUPPORTED', message: expect.stringMatching(reason) });
  });

  test.each(filesOf('broken'))('%s is refused with a code', async (name) => {
    const error: unknown = await openModel(join(models, name)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).code).toMatch(/^E_MODEL_(INVALID|UNSUPPORTED|EXTERNAL_DATA)$/);
    expect((error as AppError).message.length).toBeGreaterThan(40);
  });

  test.each(['tensor', 'zipmap'])('elec2, read from parquet, %s: labels and probabilities of scikit-learn', async (form) => {
    const folder = makeDataFolder();
    try {
      const output = join(folder.path, 'scored.parquet');
      const request = {
        source: { path: join(sharedData, 'data/pairs/elec2_first_vs_last_10k/reference.parquet') },
        model: { path: join(models, `derived/elec2_rf_float6_${form}.onnx`), name: null, version: null },
        settings: { map: {}, nulls: 'refuse' as const, fill: {} },
        where: null,
        keep: [],
        notFeatures: ['class', 'target'],
        output,
        place: (made: string) => moveFileAtomically(made, output),
      };
      expect((await scoreDataset(request, unattended)).rows).toBe(10_000);
      const instance = await DuckDBInstance.create(':memory:');
      const connection = await instance.connect();
      const read = await connection.runAndReadAll(`select prediction, probability_1 from '${output}'`);
      const found = read.getRows();
      connection.closeSync();
      instance.closeSync();
      const wanted = readPlainCsv(join(models, 'derived/elec2_rf_float6.expected_every50th.csv')).filter(({ row }) => Number(row) < 10_000);
      expect(wanted).toHaveLength(200);
      for (const { row, label, p1 } of wanted) {
        expect(String(found[Number(row)]![0])).toBe(label);
        expect(Math.abs(Number(found[Number(row)]![1]) - Number(p1))).toBeLessThan(1e-6);
      }
    } finally {
      folder.remove();
    }
  });
});
