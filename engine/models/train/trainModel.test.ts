import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { TrainedKind, TrainingResult } from '#shared/domain/training.ts';
import { makeDataFolder } from '../../../fixtures/data/writeData.ts';
import { readNumbers } from '../../../fixtures/oracles/readPredictions.ts';
import { trainingApi } from '../../api/training.ts';
import { unattended } from '../../jobs/pacer.ts';
import { readCard } from '../../store/registry/cards.ts';
import { createPathGuard } from '../../store/pathGuard.ts';
import { openWorkspace } from '../../store/workspace.ts';
import { inspectModel } from '../openModel.ts';

const data = makeDataFolder();
afterAll(() => data.remove());
const api = trainingApi({ workspace: openWorkspace(join(data.path, 'workspace')), guard: createPathGuard(null) });

interface Asked {
  readonly target?: string;
  readonly features?: string[];
  readonly categorical?: string[];
  readonly where?: string;
  readonly first?: number;
  readonly derive?: { column: string; expression: string }[];
}

let files = 0;

async function train(sql: string, kind: TrainedKind, asked: Asked = {}, context = unattended): Promise<TrainingResult> {
  const path = await data.write(`data-${files++}.parquet`, sql);
  const { target = 'y', features = ['x'], categorical = [], where = null, first = 150, derive = [] } = asked;
  const split = { by: 'first' as const, rows: first };
  const request = { source: { path }, target, features, kind, categorical, derive, where, split, strength: 1, keepTraining: false };
  return api.train({ ...request, path: path.replace('.parquet', '.onnx') }, context);
}

const table = `select i as id, (i * 37 % 101)::double as x, case when i % 9 = 0 then null else (i * 17 % 13)::double end as gappy,
  ['a', 'b', 'c', '', null][1 + i * 7 % 5] as kind, i % 2 = 0 as truth, 5 as same, null::double as nothing,
  3 * (i * 37 % 101) + case when i * 7 % 5 = 1 then 10 else 0 end as y, case when i * 37 % 101 > 50 then 'high' else 'low' end as class,
  i * 37 % 101 > 50 as flag, (i * 37 % 101 > 50)::int::double as one, i * 37 % 3 as three from range(200) t(i)`;

describe('a trained model', () => {
  it.each(['linear', 'boosted-trees'] as const)('of numbers is written with its card and the rows held out: %s', async (kind) => {
    const result = await train(table, kind, { features: ['x', 'gappy', 'kind', 'truth'], derive: [{ column: 'x2', expression: 'x * 2' }] });
    expect(result).toMatchObject({ task: 'regression', train: { rows: 150 }, reference: { rows: 50 }, classes: null });
    expect(result.largestDifference).toBeLessThan(kind === 'linear' ? 1e-12 : 1e-6);
    expect(result.features.map(({ column, as }) => `${column} ${as}`)).toEqual([
      'x number',
      'gappy number',
      'kind category',
      'truth number',
    ]);
    if (kind === 'linear') expect(result.reference['mae']).toBeCloseTo(0, 9);
    const info = await inspectModel(result.path);
    expect(info).toMatchObject({ producer: 'driftglass', sha256: result.sha256, metadata: { target: 'y', kind, task: 'regression' } });
    expect(info.inputs.map(({ name }) => name)).toEqual(['x', 'gappy', 'kind', 'truth']);
    expect(readCard(readFileSync(result.card, 'utf8'))).toMatchObject({ target: 'y', trainingData: { rows: 150 }, training: { kind } });
    const predictions = await readNumbers(result.referenceData, ['id', 'prediction', 'x2']);
    expect(predictions).toHaveLength(150);
    expect(predictions[0]).toBe(150);
  });

  it.each([
    ['logistic', 'class', ['high', 'low']],
    ['logistic', 'flag', ['false', 'true']],
    ['logistic', 'one', ['0', '1']],
    ['logistic', 'three', ['0', '1', '2']],
    ['boosted-trees', 'class', ['high', 'low']],
    ['boosted-trees', 'one', ['0', '1']],
  ] as const)('of classes names them in order: %s of %s', async (kind, target, classes) => {
    const result = await train(table, kind, { target, features: ['x', 'gappy', 'kind'] });
    expect(result).toMatchObject({ task: 'classification', classes });
    const probabilities = await readNumbers(
      result.referenceData,
      classes.map((label) => `probability_${label}`),
    );
    for (let row = 0; row < 50; row++) {
      const sum = probabilities.slice(row * classes.length, (row + 1) * classes.length).reduce((total, each) => total + each, 0);
      expect(sum).toBeCloseTo(1, 12);
    }
    if (target !== 'three') expect(result.reference['accuracy']).toBeGreaterThan(0.9);
    if (target === 'one') expect((await inspectModel(result.path)).outputs[0]).toMatchObject({ name: 'label', element: 'int64' });
  });

  it('is the same to the last byte each time, also where rows are drawn', async () => {
    const path = await data.write('twice.parquet', table);
    const request = {
      source: { path },
      target: 'y',
      features: ['x', 'kind'],
      categorical: [],
      derive: [],
      where: null,
      strength: 1,
      keepTraining: true,
    };
    const made = async (name: string, seed: number): Promise<TrainingResult> =>
      api.train({ ...request, kind: 'boosted-trees', split: { by: 'share', share: 0.7, seed }, path: join(data.path, name) }, unattended);
    const [one, again, other] = [await made('one.onnx', 3), await made('one-more.onnx', 3), await made('other.onnx', 4)];
    expect(one.train['rows']).toBe(140);
    expect(again).toMatchObject({ train: one.train, reference: one.reference });
    expect(other.reference['mae']).not.toBe(one.reference['mae']);
    const ids = [...(await readNumbers(one.trainingData!, ['id'])), ...(await readNumbers(one.referenceData, ['id']))];
    expect(ids.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, i) => i));
  });

  it('takes features whose names are those of its own parts, and odd ones', async () => {
    const sql = `select i::double as prediction, (i * 7 % 11)::double as "features", (i * 5 % 17)::double as "a ""b""/c", 'k' || i % 3 as label, i % 2 as y from range(200) t(i)`;
    const features = ['prediction', 'features', 'a "b"/c', 'label'];
    expect(await train(sql, 'linear', { features })).toMatchObject({ train: { rows: 150 } });
    expect(await train(sql, 'logistic', { features })).toMatchObject({ classes: ['0', '1'] });
  });
});

describe('hostile data', () => {
  it('says what it made of gaps, constants and too many categories', async () => {
    const result = await train(table, 'linear', { features: ['x', 'gappy', 'same', 'nothing', 'kind'] });
    expect(result.notes).toEqual([
      'gappy is missing in 17 of 150 training rows; the mean of the others stands for them.',
      'same is constant in the training rows and has no say.',
      'nothing is missing in every training row and is left out.',
      'kind is missing in 60 of 150 training rows; they count as unknown.',
    ]);
    const many = await train(`select 'k' || i as x, i % 7 as y from range(1000) t(i)`, 'linear', { first: 700 });
    expect(many.notes).toContain('x has 700 categories; the 200 most common are told apart, the others count as unknown.');
  });

  it('leaves rows without a target out, and classes that training did not see', async () => {
    const sql = `select i::double as x, case when i % 10 = 0 then null when i > 180 then 'late' when i % 3 = 0 then 'a' else 'b' end as y from range(200) t(i)`;
    const result = await train(sql, 'logistic');
    expect(result).toMatchObject({ classes: ['a', 'b'], train: { rows: 135 }, reference: { rows: 27 }, withoutTarget: 38 });
    expect(result.notes.join(' ')).toContain('18 reference rows have a class that the training rows lack');
  });

  it('learns from two hundred columns, and from numbers that are infinite or huge', async () => {
    const columns = Array.from({ length: 200 }, (_, k) => `sin(i * ${k + 1})::double as c${k}`);
    const features = columns.map((_, k) => `c${k}`);
    const wide = await train(`select ${columns.join(', ')}, 2 * sin(i * 3) + 1 as y from range(600) t(i)`, 'linear', {
      features,
      first: 450,
    });
    expect(wide.reference['mae']).toBeLessThan(1e-6);
    const huge = `select case when i % 20 = 0 then 'infinity'::double else 1e300 * i end as x, i::double as y from range(200) t(i)`;
    for (const kind of ['linear', 'boosted-trees'] as const) expect((await train(huge, kind)).train['rows']).toBe(150);
  });

  it.each<[string, TrainedKind, Asked, RegExp]>([
    ['nothing left by the condition', 'linear', { where: 'x > 1e9' }, /No row is left/],
    ['no row left for the reference', 'linear', { first: 200 }, /leaves none for the reference/],
    ['a target that is missing everywhere', 'linear', { target: 'nothing' }, /target nothing is missing in every training row/],
    ['one class only', 'logistic', { target: 'class', where: "class = 'low'", first: 20 }, /only one class in the training rows, low/],
    ['a constant target of trees', 'boosted-trees', { target: 'same' }, /the target has one value/],
    ['text as the target of a linear model', 'linear', { target: 'class' }, /--kind logistic/],
    ['many classes of trees', 'boosted-trees', { target: 'kind' }, /has 3 classes/],
    ['ids as classes', 'logistic', { target: 'id' }, /has 150 different values/],
    ['the target among the features', 'linear', { features: ['x', 'y'] }, /cannot be a feature as well/],
    ['a feature named twice', 'linear', { features: ['x', 'x'] }, /named twice/],
    ['a category that is no feature', 'linear', { categorical: ['kind'] }, /is no feature/],
    ['only empty features', 'linear', { features: ['nothing'] }, /Every feature is missing/],
  ])('is refused with the reason, and nothing is written: %s', async (_, kind, asked, reason) => {
    await expect(train(table, kind, asked)).rejects.toMatchObject({
      code: 'E_TRAINING_DATA',
      message: expect.stringMatching(reason) as string,
    });
    expect(existsSync(join(data.path, `data-${files - 1}.onnx`))).toBe(false);
    expect(readdirSync(data.path).filter((name) => name.startsWith(`data-${files - 1}.`))).toEqual([`data-${files - 1}.parquet`]);
  });

  it('names columns that are near the one asked for', async () => {
    const refused = train(table, 'linear', { features: ['gapy'] });
    await expect(refused).rejects.toMatchObject({ code: 'E_COLUMN_UNKNOWN', message: expect.stringContaining('gappy') as string });
  });

  it('stops when it is cancelled, and leaves nothing behind', async () => {
    const cancel = new AbortController();
    const seen: string[] = [];
    const context = {
      signal: cancel.signal,
      progress: ({ message }: { message: string }): void => {
        seen.push(message);
        if (message.startsWith('Learning')) cancel.abort();
      },
    };
    await expect(train(table, 'boosted-trees', { features: ['x', 'gappy'] }, context)).rejects.toMatchObject({ code: 'E_CANCELLED' });
    expect(seen).toContain('Learning from 150 rows');
    expect(existsSync(join(data.path, `data-${files - 1}.onnx`))).toBe(false);
  });

  it('goes into a folder of the workspace that is made for it; other folders must be there', async () => {
    const source = { path: await data.write('placed.parquet', table) };
    const split = { by: 'first' as const, rows: 150 };
    const request = { source, target: 'y', features: ['x'], kind: 'linear' as const, categorical: [], derive: [], where: null, split };
    const to = (path: string): Promise<TrainingResult> =>
      api.train({ ...request, strength: 1, keepTraining: false, path: join(data.path, path) }, unattended);
    await expect(to('nowhere/m.onnx')).rejects.toMatchObject({ code: 'E_WRITE_FAILED' });
    await to('workspace/trained/m.onnx');
    expect(readdirSync(join(data.path, 'workspace/trained')).toSorted()).toEqual(['m.card.yaml', 'm.onnx', 'm.reference.parquet']);
  });
});
