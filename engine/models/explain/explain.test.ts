import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors/AppError.ts';
import { modelExplanation, rowExplanation } from '#shared/domain/explanation.ts';
import { explanationOracle as oracle, writeExplainedFiles } from '../../../fixtures/oracles/explainedFiles.ts';
import { unattended, type JobContext } from '../../jobs/pacer.ts';
import { attributeDrift } from './attributeDrift.ts';
import { explainModel, type ExplainModelRequest } from './explainModel.ts';
import { explainRow, type ExplainRowRequest } from './explainRow.ts';

const files = writeExplainedFiles();
afterAll(() => files.remove());

const head = { createdAt: new Date(0) };
const small = { rows: 8, backgroundRows: 6, permutations: 1, curveRows: 12, repeats: 2, metric: null, gridSize: 5, curves: 4 };

type Name = Parameters<typeof files.request>[0];
const model = (name: Name, changes: Partial<ExplainModelRequest> = {}, context: JobContext = unattended) =>
  explainModel({ ...files.request(name), ...small, ...changes }, head, context);
const row = (name: Name, changes: Partial<ExplainRowRequest>) =>
  explainRow({ ...files.request(name), row: 1, values: {}, backgroundRows: 6, permutations: 2, ...changes }, head, unattended);

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof AppError ? error.code : `no AppError: ${String(error)}`;
}

describe('a model explained on a sample', () => {
  it('fits its schema, and the same seed gives the same numbers', async () => {
    const first = await model('deep');
    expect(modelExplanation.parse(first)).toEqual(first);
    expect(await model('deep')).toEqual(first);
    expect((await model('deep', { seed: 4 })).numbers).not.toEqual(first.numbers);
    expect(first.data).toMatchObject({ numberOfRows: 30, rows: 8, leftOut: 0 });
    expect(first.evaluations).toBeGreaterThan(8 * 6);
  });

  it('has shares that sum to 1, the largest first', async () => {
    const { numbers } = await model('three');
    expect(numbers.map(({ class: label }) => label)).toEqual(['0', '1', '2']);
    for (const { columns } of numbers) {
      expect(columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(columns.map(({ share }) => share)).toEqual(columns.map(({ share }) => share).toSorted((a, b) => b - a));
    }
  });

  it('explains the class that is asked for, and names the classes where there is none of that name', async () => {
    const yes = (await model('mixed')).numbers;
    const no = (await model('mixed', { chosenClass: 'no' })).numbers;
    expect(yes.map(({ name }) => name)).toEqual(['yes']);
    expect(no[0]!.base).toBeCloseTo(1 - yes[0]!.base, 6);
    expect(await codeOf(model('mixed', { chosenClass: 'maybe' }))).toBe('E_CLASS_UNKNOWN');
    expect(await codeOf(model('linear', { chosenClass: 'yes' }))).toBe('E_CLASS_UNKNOWN');
  });

  it('says in a sentence why importance is missing, and keeps the rest', async () => {
    const without = await model('linear', { target: null, notFeatures: ['y'] });
    expect(without).toMatchObject({ importance: null, importanceProblem: 'No target was named.' });
    const words = files.csv(
      'words',
      [...oracle.columns, 'y'],
      oracle.explained.map((each) => [...each, 'often']),
    );
    const wrong = await model('linear', { source: { path: words } });
    expect(wrong.importance).toBeNull();
    expect(wrong.importanceProblem).toContain('holds none');
    expect(wrong.numbers[0]!.columns).toHaveLength(4);
    expect(await codeOf(model('linear', { metric: 'acuracy' }))).toBe('E_USAGE');
    expect(await codeOf(model('linear', { target: 'why' }))).toBe('E_COLUMN_UNKNOWN');
  });

  it('leaves a constant column without contribution, importance or curve', async () => {
    const same = files.csv(
      'same',
      [...oracle.columns, 'y'],
      oracle.explained.map((each, i) => [each[0]!, each[1]!, each[2]!, 2, i]),
    );
    const found = await model('deep', { source: { path: same }, background: null });
    const constant = found.numbers[0]!.columns.find(({ column }) => column === 'd');
    expect(constant).toMatchObject({ meanAbsolute: 0, error: 0, share: 0 });
    expect(found.importance?.columns.find(({ column }) => column === 'd')).toMatchObject({ importance: 0, standardDeviation: 0 });
    expect(found.dependence.find(({ column }) => column === 'd')!.numbers[0]!.points).toHaveLength(1);
  });

  it('goes on where a column is missing throughout, and refuses where no prediction is finite', async () => {
    const empty = files.csv(
      'empty',
      [...oracle.columns, 'y'],
      oracle.explained.map((each, i) => [each[0]!, each[1]!, each[2]!, null, i]),
    );
    const request = {
      source: { path: empty },
      background: null,
      settings: { map: { X: oracle.columns }, nulls: 'nan', fill: {} },
    } as const;
    expect(await codeOf(model('linear', { source: { path: empty } }))).toMatch(/^E_MODEL_/);
    const typed = {
      ...request,
      source: {
        path: files.csv(
          'typed',
          [...oracle.columns, 'y'],
          [[1, 1, 1, null, 1], ...oracle.explained.slice(0, 9).map((each, i) => [each[0]!, each[1]!, each[2]!, i === 0 ? 1 : null, i])],
        ),
      },
    };
    const found = await model('linear', typed);
    expect(found.data).toMatchObject({ rows: 1, leftOut: 7 });
    expect(found.numbers[0]!.columns.every(({ meanAbsolute }) => Number.isFinite(meanAbsolute))).toBe(true);
  });

  it('works on one row, and says so where there is none', async () => {
    const one = files.csv('one', [...oracle.columns, 'y'], [[1, 2, 3, 4, 5]]);
    const found = await model('linear', { source: { path: one }, background: null });
    expect(found.numbers[0]!.columns.every(({ meanAbsolute, error }) => meanAbsolute === 0 && error === 0)).toBe(true);
    expect(await codeOf(model('linear', { where: 'a > 1000' }))).toBe('E_MODEL_VALUES');
  });

  it('stops when it is cancelled, and reports how far it is', async () => {
    const stopped = new AbortController();
    const seen: number[] = [];
    const progress: JobContext['progress'] = ({ share }) => {
      seen.push(share!);
      if (seen.length === 3) stopped.abort();
    };
    expect(await codeOf(model('deep', { rows: 30 }, { signal: stopped.signal, progress }))).toBe('E_CANCELLED');
    expect(seen.length).toBeLessThan(10);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  it('takes columns worked out in SQL for features, on both sides', async () => {
    const half = oracle.columns.map((column) => (column === 'a' ? 'a2' : column));
    const path = files.csv(
      'doubled',
      [...half, 'y'],
      oracle.explained.map((each) => [each[0]! * 2, each[1]!, each[2]!, each[3]!, 0]),
    );
    const derive = [{ column: 'a', expression: 'a2 / 2' }];
    const settings = { map: { X: oracle.columns }, nulls: 'refuse', fill: {} } as const;
    const worked = await model('linear', { source: { path }, background: null, derive, settings });
    const plain = await model('linear', { background: null });
    expect(worked.numbers[0]!.columns.map(({ column }) => column)).toContain('a');
    expect(worked.numbers[0]!.mean).toBeCloseTo(plain.numbers[0]!.mean, 10);
    expect(worked.derive).toEqual(derive);
  });

  it('refuses a background that lacks a column, naming it', async () => {
    const narrow = files.csv('narrow', ['a', 'b', 'c', 'y'], [[1, 2, 3, 4]]);
    expect(await codeOf(model('linear', { background: { path: narrow } }))).toBe('E_COLUMN_UNKNOWN');
  });
});

describe('one row, and what if', () => {
  it('moves a linear model by weight times change, and says what it was', async () => {
    const plain = await row('linear', { row: 2 });
    expect(rowExplanation.parse(plain)).toEqual(plain);
    expect(plain).toMatchObject({ changed: [], label: null, row: 2 });
    expect(plain.numbers[0]!.before).toBeNull();
    const found = await row('linear', { row: 2, values: { b: '1.5' } });
    const [number] = found.numbers;
    const was = oracle.explained[1]![1]!;
    expect(found.changed).toEqual([{ column: 'b', from: was, to: 1.5 }]);
    expect(number!.before).toBeCloseTo(plain.numbers[0]!.prediction, 12);
    expect(number!.prediction - number!.before!).toBeCloseTo(oracle.weights[1]! * (1.5 - was), 12);
    const sum = number!.contributions.reduce((total, { contribution }) => total + contribution, number!.base);
    expect(sum).toBeCloseTo(number!.prediction, 12);
  });

  it('takes a row that is in no file', async () => {
    const values = { city: 'Oslo', size: 2, kind: 'y' };
    const found = await row('mixed', { row: null, values });
    expect(found).toMatchObject({ row: null, data: null, label: 'yes', changed: [] });
    expect(found.numbers[0]!.contributions.find(({ column }) => column === 'city')!.value).toBe('Oslo');
    expect(await codeOf(row('mixed', { row: null, values: { city: 'Oslo' } }))).toBe('E_COLUMN_UNKNOWN');
  });

  it('refuses rows, columns and values that are not there', async () => {
    expect(await codeOf(row('linear', { row: 31 }))).toBe('E_USAGE');
    expect(await codeOf(row('linear', { values: { z: 1 } }))).toBe('E_COLUMN_UNKNOWN');
    expect(await codeOf(row('linear', { values: { a: 'much' } }))).toBe('E_MODEL_VALUES');
    expect(await codeOf(row('linear', { values: { a: null } }))).toBe('E_MODEL_VALUES');
    expect((await row('linear', { values: { a: null }, settings: { map: {}, nulls: 'refuse', fill: { a: 0 } } })).changed[0]!.to).toBe(0);
  });
});

it('nothing is attributed where both sides are the same row', async () => {
  const one = { path: join(files.folder, 'single.csv') };
  files.csv('single', [...oracle.columns, 'y'], [[1, 2, 3, 4, 5]]);
  const { background: _, ...rest } = files.request('deep');
  const found = await attributeDrift({ ...rest, source: one, reference: one, rows: 10, permutations: 2 }, head, unattended);
  expect(found.numbers[0]).toMatchObject({ change: 0, error: 0 });
  expect(found.numbers[0]!.columns.every(({ attribution, risk }) => attribution === 0 && risk === 0)).toBe(true);
});
