import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { modelComparisonRequest, type MetricDifference, type ModelComparison } from '#shared/domain/modelComparison.ts';
import { scoringSettings } from '#shared/domain/model.ts';
import { seededRandom } from '#shared/lib/random.ts';
import { linearModel, logisticModel } from '../../fixtures/models/makeModels.ts';
import { unattended } from '../jobs/pacer.ts';
import { compareModels, type ModelToCompare } from './compareModels.ts';
import { replayFolder } from './replayFolder.ts';

let base: string;
const file = (name: string): string => join(base, name);
const model = (name: string): ModelToCompare => ({
  reference: name,
  path: file(`${name}.onnx`),
  name,
  version: null,
  scoring: scoringSettings.parse({}),
});

/** Rows with the predictions of both models, worked out here in plain numbers. */
interface Row {
  x: number;
  z: number;
  y: number;
  late: number;
  side: string;
}
const rows: Row[] = [];
const models = { good: { x: 2, z: 1, bias: 1 }, other: { x: 2.1, z: 0.9, bias: 1.2 } };
const predicted = ({ x, z }: Row, which: keyof typeof models): number => models[which].x * x + models[which].z * z + models[which].bias;
const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'driftglass-compare-'));
  const random = seededRandom(7);
  for (let i = 0; i < 900; i += 1) {
    const [x, z] = [Math.fround(random() * 10), Math.fround(random() * 10)];
    const y = 2 * x + z + 1 + 3 * (random() - 0.5);
    rows.push({ x, z, y, late: random() < sigmoid(2 * x + z - 15) ? 1 : 0, side: ['north', 'south', 'west'][i % 3]! });
  }
  await writeFile(file('rows.json'), rows.map((row) => JSON.stringify(row)).join('\n'));
  const connection = await (await DuckDBInstance.create()).connect();
  const read = `read_json('${file('rows.json')}', format = 'newline_delimited', columns = {x: 'FLOAT', z: 'FLOAT', y: 'DOUBLE', late: 'INTEGER', side: 'VARCHAR'})`;
  await connection.run(`copy (select * from ${read}) to '${file('data.parquet')}'`);
  for (const [day, at] of [
    ['2026-02-01', 0],
    ['2026-02-02', 1],
  ] as const) {
    await connection.run(`copy (select * from ${read} limit 300 offset ${300 * at}) to '${file(`day-${day}.parquet`)}'`);
  }
  for (const [name, { x, z, bias }] of Object.entries(models))
    await writeFile(file(`${name}.onnx`), linearModel({ weights: { x, z }, bias }));
  await writeFile(file('late.onnx'), logisticModel({ weights: { x: 2, z: 1 }, bias: -15 }));
  await writeFile(file('later.onnx'), logisticModel({ weights: { x: 1, z: 1 }, bias: -12 }));
});
afterAll(() => rm(base, { recursive: true, force: true }));

function compare(champion: string, challenger: string, more: Record<string, unknown> = {}): Promise<ModelComparison> {
  const request = modelComparisonRequest.parse({
    champion,
    challenger,
    data: { path: file('data.parquet') },
    ignore: ['y', 'late'],
    ...more,
  });
  return compareModels(request, { champion: model(champion), challenger: model(challenger) }, unattended);
}

const metric = ({ metrics }: ModelComparison, id: string): MetricDifference => metrics.find((each) => each.metric === id)!;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

test('metrics of both, and an interval as wide as the paired errors say', async () => {
  const found = await compare('good', 'other', { target: 'y', by: ['side'] });
  const sizes = (which: keyof typeof models): number[] => rows.map((row) => Math.abs(predicted(row, which) - row.y));
  const [good, other] = [sizes('good'), sizes('other')];
  const mae = metric(found, 'mae');
  expect(mae.champion).toBeCloseTo(mean(good), 5);
  expect(mae.challenger).toBeCloseTo(mean(other), 5);
  expect(mae.difference).toBeCloseTo(mean(other) - mean(good), 5);
  // The normal interval of the mean of paired differences: what an unpaired bootstrap would miss by far.
  const differences = other.map((value, i) => value - good[i]!);
  const deviation = Math.sqrt(mean(differences.map((value) => (value - mean(differences)) ** 2)));
  const half = (1.959964 * deviation) / Math.sqrt(rows.length);
  expect(mae.interval![0]).toBeGreaterThan(mae.difference! - 1.15 * half);
  expect(mae.interval![0]).toBeLessThan(mae.difference! - 0.85 * half);
  expect(mae.interval![1]).toBeGreaterThan(mae.difference! + 0.85 * half);
  expect(mae.interval![1]).toBeLessThan(mae.difference! + 1.15 * half);
  expect(mae.verdict).toBe('worse');
  expect(metric(found, 'r2').verdict).toBe('worse');
  expect(metric(found, 'max-error')).toMatchObject({ interval: null, verdict: null });
  expect(found.usedRows).toBe(900);
});

test('by segment, each model beside the other', async () => {
  const found = await compare('good', 'other', { target: 'y', by: ['side'] });
  const [sides] = found.segments!.columns;
  const south = sides!.segments.find(({ label }) => label === 'south')!;
  const own = rows.filter(({ side }) => side === 'south');
  const value = (part: typeof south.reference): number => part!.metrics.find((each) => each.metric === 'mae')!.value!;
  expect(value(south.reference)).toBeCloseTo(mean(own.map((row) => Math.abs(predicted(row, 'good') - row.y))), 5);
  expect(value(south.current)).toBeCloseTo(mean(own.map((row) => Math.abs(predicted(row, 'other') - row.y))), 5);
});

test('where they disagree most, by the numbers of the rows', async () => {
  const { disagreements } = await compare('good', 'other', { examples: 5 });
  const sizes = rows.map((row) => Math.abs(predicted(row, 'other') - predicted(row, 'good')));
  const order = sizes.map((_, i) => i).toSorted((a, b) => sizes[b]! - sizes[a]!);
  expect(disagreements).toMatchObject({ measuredOn: 'values', rows: 900, onlyOne: 0 });
  expect(disagreements.meanSize).toBeCloseTo(mean(sizes), 4);
  expect(disagreements.largest).toBeCloseTo(sizes[order[0]!]!, 4);
  expect(disagreements.examples.map(({ row }) => row)).toEqual(order.slice(0, 5).map((i) => i + 1));
  expect(disagreements.examples[0]!.target).toBeNull();
});

test('a model against itself differs nowhere, and nothing is better', async () => {
  const found = await compare('good', 'good', { target: 'y' });
  expect(found.disagreements).toMatchObject({ different: 0, share: 0, largest: 0, examples: [] });
  expect(metric(found, 'mae')).toMatchObject({ difference: 0, interval: [0, 0], verdict: 'undecided' });
});

test('two classifiers: labels and probabilities, with intervals that hold the exact differences', async () => {
  const found = await compare('late', 'later', { target: 'late' });
  const guess = ({ x, z }: Row, which: 'late' | 'later'): number => (which === 'late' ? sigmoid(2 * x + z - 15) : sigmoid(x + z - 12));
  const accuracy = (which: 'late' | 'later'): number => mean(rows.map((row) => ((guess(row, which) >= 0.5 ? 1 : 0) === row.late ? 1 : 0)));
  expect(metric(found, 'accuracy').champion).toBeCloseTo(accuracy('late'), 6);
  expect(metric(found, 'accuracy').challenger).toBeCloseTo(accuracy('later'), 6);
  const pairs = (which: 'late' | 'later'): number => {
    const [ones, zeros] = [rows.filter(({ late }) => late === 1), rows.filter(({ late }) => late === 0)];
    const higher = ones.map((one) => mean(zeros.map((zero) => (guess(one, which) > guess(zero, which) ? 1 : 0))));
    return mean(higher);
  };
  const auc = metric(found, 'roc-auc');
  expect(auc.difference).toBeCloseTo(pairs('later') - pairs('late'), 3);
  expect(auc.interval![0]).toBeLessThan(auc.difference!);
  expect(auc.interval![1]).toBeGreaterThan(auc.difference!);
  expect(auc.verdict).toBe('worse');
  const different = rows.filter((row) => guess(row, 'late') >= 0.5 !== guess(row, 'later') >= 0.5).length;
  expect(found.disagreements).toMatchObject({ measuredOn: 'probabilities', rows: 900, different });
  const sizes = rows.map((row) => Math.abs(guess(row, 'late') - guess(row, 'later')));
  expect(found.disagreements.largest).toBeCloseTo(Math.max(...sizes), 5);
});

test('the same seed gives the same intervals', async () => {
  const [first, second] = [await compare('late', 'later', { target: 'late' }), await compare('late', 'later', { target: 'late' })];
  expect(first.metrics).toEqual(second.metrics);
});

test('a folder is replayed file by file, and a file that cannot be scored does not stop the others', async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`copy (select 1::float as z, 2.0 as y) to '${file('day-2026-02-03.parquet')}'`);
  const request = modelComparisonRequest.parse({
    champion: 'good',
    challenger: 'other',
    data: { path: file('day-*.parquet') },
    target: 'y',
    ignore: ['late'],
  });
  const { files, champion } = await replayFolder(request, { champion: model('good'), challenger: model('other') }, unattended);
  expect(files.map(({ name, rows: count, problem }) => [name, count, problem === null])).toEqual([
    ['day-2026-02-01.parquet', 300, true],
    ['day-2026-02-02.parquet', 300, true],
    ['day-2026-02-03.parquet', 0, false],
  ]);
  const second = rows.slice(300, 600);
  expect(files[1]!.metrics.find((each) => each.metric === 'mae')!.champion).toBeCloseTo(
    mean(second.map((row) => Math.abs(predicted(row, 'good') - row.y))),
    5,
  );
  expect(files[1]!.meanPrediction.challenger).toBeCloseTo(mean(second.map((row) => predicted(row, 'other'))), 4);
  expect(champion.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('a model of numbers and one of classes are not compared', async () => {
  await expect(compare('good', 'late', { target: 'y' })).rejects.toMatchObject({ code: 'E_USAGE' });
});

test('a target that is not there is named', async () => {
  await expect(compare('good', 'other', { target: 'yy' })).rejects.toMatchObject({ message: expect.stringContaining('yy') as string });
});

test('columns derived in SQL and rows that meet a condition are compared', async () => {
  const derive = [{ column: 'truth', expression: 'y + 5' }];
  const found = await compare('good', 'other', { target: 'truth', derive, where: 'x < 5' });
  const own = rows.filter(({ x }) => x < 5);
  expect(found.usedRows).toBe(own.length);
  expect(metric(found, 'mean-error').champion).toBeCloseTo(mean(own.map((row) => predicted(row, 'good') - row.y - 5)), 5);
});
