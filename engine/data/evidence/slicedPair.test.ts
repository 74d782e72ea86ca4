import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Pacer, unattended } from '../../jobs/pacer.ts';
import { gatherDetail } from '../../drift/gatherDetail.ts';
import { summariseNumbers, type NumericSummary } from '../../drift/summariseNumbers.ts';
import { eppsSingleton } from '../../stats/eppsSingleton.ts';
import { loadNumbers } from './loadNumbers.ts';
import { pairInMemory, SortRoom, type NumericPair } from './numericPair.ts';
import { pairInSlices } from './slicedPair.ts';

let connection: DuckDBConnection;
const pacer = new Pacer(unattended.signal);

/** Shapes that are hard to cut: ties, spikes, heavy tails, both signs, tiny and huge values, what is not a number. */
const shapes: Record<string, string> = {
  uniform: 'random()',
  spike: 'case when i % 10 < 8 then 0.5 else random() end',
  'two values': '(i % 2)::double',
  constant: '7.0',
  'heavy tail': 'tan(3.14159 * (random() - 0.5))',
  'zero and both signs': 'case when i % 3 = 0 then 0.0 when i % 3 = 1 then -random() else random() end',
  'tiny and huge': 'case when i % 2 = 0 then random() * 1e-310 else random() * 1e300 end',
  'with nulls and infinities':
    "case when i % 7 = 0 then null when i % 11 = 0 then 'infinity'::double when i % 13 = 0 then 'nan'::double when i % 17 = 0 then '-infinity'::double else random() end",
};

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  await connection.run('select setseed(0.25)');
});

afterAll(() => connection.closeSync());

async function tables(shape: string): Promise<void> {
  await connection.run(`create or replace table r as select (${shape})::double as x from range(3000) t(i)`);
  await connection.run(`create or replace table c as select (${shape})::double * 1.1 as x from range(2000) t(i)`);
}

async function pairHeld(): Promise<NumericPair> {
  const [reference] = await loadNumbers(connection, { view: 'r', expressions: ['x'], buffers: [new Float64Array(3000)] }, pacer);
  const [current] = await loadNumbers(connection, { view: 'c', expressions: ['x'], buffers: [new Float64Array(2000)] }, pacer);
  return pairInMemory(reference!, current!, new SortRoom(3000, 2000), pacer);
}

async function pairCut(fewDistinct: number): Promise<NumericPair> {
  const sides = { reference: { view: 'r', expression: 'x', rows: 3000 }, current: { view: 'c', expression: 'x', rows: 2000 } };
  return pairInSlices(connection, sides, pacer, { target: 300, most: 700, fewDistinct });
}

const summaryOf = (pair: NumericPair): Promise<NumericSummary> => summariseNumbers('x', pair, { kind: 'sturges-pooled' }, pacer);

async function inMemory(): Promise<NumericSummary> {
  return summaryOf(await pairHeld());
}

async function inSlices(fewDistinct: number): Promise<NumericSummary> {
  return summaryOf(await pairCut(fewDistinct));
}

/** What ranks and waves say of a pair, which is what all tests that need them see. */
async function detailOf(pair: NumericPair): Promise<unknown> {
  const { evidence } = await summaryOf(pair);
  const { ranks, waves } = await gatherDetail('waves', pair, await gatherDetail('ranks', pair, evidence!, pacer), pacer);
  const rounded = (_: string, value: unknown): unknown => (typeof value === 'number' ? Number(value.toPrecision(8)) : value);
  const { kernel } = await gatherDetail('kernel', pair, evidence!, pacer);
  const test = waves == null ? null : eppsSingleton(waves.reference, waves.current);
  return JSON.parse(JSON.stringify({ ranks, test, kernel }, rounded));
}

/** Everything but functions, with sums rounded to where the order of adding does not matter. */
function comparable(summary: NumericSummary): unknown {
  const rounded = (_: string, value: unknown): unknown => {
    if (value instanceof Float64Array) return [...value];
    return typeof value === 'number' ? Number(value.toPrecision(9)) : value;
  };
  const quantiles = [0.01, 0.25, 0.5, 0.75, 0.99].map((share) => [summary.reference.quantile(share), summary.current.quantile(share)]);
  return JSON.parse(JSON.stringify({ ...summary, quantiles }, rounded));
}

for (const [name, shape] of Object.entries(shapes)) {
  test(`a column visited in slices gives the numbers of one held in memory: ${name}`, async () => {
    await tables(shape);
    expect(comparable(await inSlices(0))).toEqual(comparable(await inMemory()));
  });
}

for (const [name, shape] of Object.entries(shapes)) {
  test(`ranks and waves of a column visited in slices are those of one held in memory: ${name}`, async () => {
    await tables(shape);
    const held = await detailOf(await pairHeld());
    expect(await detailOf(await pairCut(0))).toEqual(held);
    expect(held).toMatchObject({ ranks: { n: expect.any(Number) as number } });
  });
}

test('a long column of few values is counted by the database, with the same numbers', async () => {
  await tables('case when i % 5 = 0 then null else (i % 7) / 2.0 end');
  expect(comparable(await inSlices(100))).toEqual(comparable(await inMemory()));
});
