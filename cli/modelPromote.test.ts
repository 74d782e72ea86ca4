import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { GateCheck, GateOutcome } from '#shared/domain/gate.ts';
import type { RegistryEvent } from '#shared/domain/registry.ts';
import { linearModel, logisticModel } from '../fixtures/models/makeModels.ts';
import { runCommand } from './runCommand.ts';

let base: string;
let workspace: string;
/** Mean absolute errors of y = 2x + z + 1 and y = 2.5x + z + 1 on the current data, by the database. */
let errors: number[];
const file = (name: string): string => join(base, name);

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'driftglass-promote-'));
  const connection = await (await DuckDBInstance.create()).connect();
  const rows = (shift: number): string =>
    `select ((i * 37) % 101)::float / 10 + ${shift} as x, ((i * 53) % 97)::float / 10 as z,
       (2 * ((i * 37) % 101) / 10 + ((i * 53) % 97) / 10 + 1 + ((i * 11) % 7 - 3) / 5.0)::double + ${2 * shift} as y,
       ['north', 'south'][1 + i % 2] as side from range(600) t(i)`;
  await connection.run(`copy (${rows(0)}) to '${file('reference.parquet')}'`);
  await connection.run(`copy (${rows(0.5)}) to '${file('current.parquet')}'`);
  await connection.run(
    `copy (select x, z, side, (y > 18 + (x * 10)::int % 3)::int as late from '${file('current.parquet')}') to '${file('late.parquet')}'`,
  );
  const read = await connection.runAndReadAll(
    `select avg(abs((2 * x::double + z + 1) - y)), avg(abs((2.5 * x::double + z + 1) - y)) from '${file('current.parquet')}'`,
  );
  errors = read.getRows()[0]!.map(Number);
  await writeFile(file('good.onnx'), linearModel({ weights: { x: 2, z: 1 }, bias: 1 }));
  await writeFile(file('bad.onnx'), linearModel({ weights: { x: 2.5, z: 1 }, bias: 1 }));
  await writeFile(file('wide.onnx'), linearModel({ weights: { x: 2, z: 1, q: 0 }, bias: 1 }));
  await writeFile(file('late.onnx'), logisticModel({ weights: { x: 2, z: 1 }, bias: -18 }));
});
afterAll(() => rm(base, { recursive: true, force: true }));
beforeEach(async () => {
  workspace = await mkdtemp(join(base, 'workspace-'));
});

async function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const texts = { out: '', err: '' };
  const sink = (to: 'out' | 'err') => ({
    write: (text: string): void => {
      texts[to] += text;
    },
  });
  const io = { stdout: sink('out'), stderr: sink('err'), env: {}, signal: new AbortController().signal };
  const code = await runCommand(['model', ...words, '--workspace', workspace], io);
  return { code, ...texts };
}

async function register(...models: string[]): Promise<void> {
  for (const model of models) expect((await run('register', file(`${model}.onnx`), '--name', 'taxi')).code).toBe(0);
}

const data = (current = 'current'): string[] => ['-r', file('reference.parquet'), '--current', file(`${current}.parquet`)];

async function promote(version: string, gate: string, ...words: string[]): Promise<{ code: number; outcome: GateOutcome; err: string }> {
  await writeFile(join(workspace, 'gate.yaml'), gate);
  const { code, out, err } = await run('promote', 'taxi', version, '--gate', join(workspace, 'gate.yaml'), '--format', 'json', ...words);
  const parsed = out === '' ? null : (JSON.parse(out) as { outcome?: GateOutcome });
  return { code, outcome: (parsed?.outcome ?? parsed) as GateOutcome, err };
}

const check = ({ checks }: GateOutcome, id: string): GateCheck | undefined => checks.find((each) => each.id === id);
const champion = async (): Promise<string> => (await run('show', 'taxi@champion')).out.split('\n')[0]!;
const history = async (): Promise<RegistryEvent[]> => JSON.parse((await run('history', '--format', 'json')).out) as RegistryEvent[];

const metricsGate = `
# What a model of fares must do.
target: y
metrics:
  - { metric: mae, condition: { lte: 1 }, againstHolder: { ratioAtMost: 1.05 } }
signature: compatible
`;

test('a gate that passes promotes, one that fails leaves the alias and ends with 1, and both are recorded', async () => {
  await register('good', 'bad');
  const first = await promote('1', metricsGate, ...data());
  expect(first.code).toBe(0);
  expect(check(first.outcome, 'metric:mae')!.value).toBeCloseTo(errors[0]!, 5);
  expect(check(first.outcome, 'metric:mae')).toMatchObject({ status: 'pass', holder: null });
  const second = await promote('2', metricsGate, ...data());
  expect(second.code).toBe(1);
  const mae = check(second.outcome, 'metric:mae')!;
  expect(mae.status).toBe('fail');
  expect(mae.value).toBeCloseTo(errors[1]!, 5);
  expect(mae.holder).toBeCloseTo(errors[0]!, 5);
  expect(await champion()).toContain('taxi@1 (champion)');
  const events = await history();
  expect(events.map(({ kind }) => kind)).toEqual(['registered', 'registered', 'promoted', 'refused']);
  expect(events[3]).toMatchObject({ outcome: { passed: false, holder: { version: 1 }, current: { numberOfRows: 600 } } });
});

test('an override needs a reason, promotes all the same, and is recorded with what failed', async () => {
  await register('good', 'bad');
  await promote('1', metricsGate, ...data());
  expect((await promote('2', metricsGate, ...data(), '--override', ' ')).code).toBe(2);
  const { code } = await promote('2', metricsGate, ...data(), '--override', 'agreed', '--by', 'anna');
  expect(code).toBe(0);
  expect((await history()).at(-1)).toMatchObject({ kind: 'overridden', by: 'anna', why: 'agreed', from: 1, outcome: { passed: false } });
  expect((await run('rollback', 'taxi')).out).toBe('champion of taxi: version 2 → version 1\n');
});

test('show says which way an alias came to a version, and clearly where no gate was asked', async () => {
  await register('good', 'bad');
  const way = async (): Promise<string> =>
    (await run('show', 'taxi@champion')).out.split('\n').find((line) => line.startsWith('champion'))!;
  await promote('1', metricsGate, ...data(), '--by', 'anna', '--why', 'quick');
  expect(await way()).toMatch(/^champion +promoted, the gate passed, .* by anna: quick$/);
  expect((await run('alias', 'taxi', '2', 'champion', '--why', 'in a hurry')).out).toBe('champion of taxi: version 2, without a gate\n');
  expect(await way()).toMatch(/^champion +set without a gate, .*: in a hurry$/);
  await promote('1', 'signature: same\n');
  await promote('2', metricsGate, ...data());
  expect(await way()).toContain('promoted, the gate passed');
  await promote('2', metricsGate, ...data(), '--override', 'agreed');
  expect(await way()).toMatch(/promoted by override, the gate did not pass, .*: agreed$/);
  await run('rollback', 'taxi');
  expect(await way()).toContain('rolled back, without a gate');
  const shown = JSON.parse((await run('show', 'taxi@1', '--format', 'json')).out) as { aliases: unknown[] };
  expect(shown.aliases).toMatchObject([{ alias: 'champion', version: 1, way: 'rolled-back' }]);
  const lines = (await run('history')).out.split('\n');
  expect(lines.filter((line) => line.includes('without a gate'))).toEqual([
    expect.stringContaining('champion set from version 1 to version 2 without a gate (in a hurry)') as string,
  ]);
});

test('--try asks and records nothing', async () => {
  await register('good');
  const { code, outcome } = await promote('1', metricsGate, ...data(), '--try');
  expect(code).toBe(0);
  expect(outcome.passed).toBe(true);
  expect((await history()).map(({ kind }) => kind)).toEqual(['registered']);
});

test('a suite is asked of the data with the predictions of the candidate', async () => {
  await register('good');
  await writeFile(
    join(workspace, 'suite.yaml'),
    'checks:\n  - { check: max-value, column: prediction, condition: { lte: 10 } }\n  - { check: number-of-rows, condition: { eq: 600 } }\n',
  );
  const { code, outcome } = await promote('1', 'suite: { file: suite.yaml }\n', ...data());
  expect(code).toBe(1);
  expect(outcome.checks.map(({ label, status }) => [label, status])).toEqual([
    [expect.stringContaining('prediction'), 'fail'],
    [expect.any(String), 'pass'],
  ]);
  expect(outcome.checks[0]!.value).toBeGreaterThan(10);
  expect((await promote('1', 'suite: { file: suite.yaml }\n', '--current', file('current.parquet'))).code).toBe(2);
  expect((await promote('1', 'suite: { file: gone.yaml }\n', ...data())).code).toBe(3);
});

test('signature, card and latency are asked without a target', async () => {
  await register('good', 'wide');
  await promote('1', 'signature: same\n');
  const { code, outcome } = await promote('2', 'signature: compatible\ncard: [purpose, owner]\n');
  expect(code).toBe(1);
  expect(check(outcome, 'signature')).toMatchObject({ status: 'fail', sentence: expect.stringContaining('it takes q') as string });
  expect(check(outcome, 'card')).toMatchObject({ status: 'fail', sentence: 'The version has no model card.' });
  await writeFile(file('card.yaml'), 'purpose: fares\n');
  await run('card', 'taxi', '2', file('card.yaml'));
  const half = await promote('2', 'card: [purpose, owner]\n');
  expect(check(half.outcome, 'card')!.sentence).toBe('The model card does not have owner.');
  const timed = await promote('1', 'latency: { row: 60000, batch: { rows: 1000, atMost: 0.000001 } }\n', ...data());
  expect(check(timed.outcome, 'latency:row')).toMatchObject({ status: 'pass' });
  expect(check(timed.outcome, 'latency:row')!.value).toBeGreaterThan(0);
  expect(check(timed.outcome, 'latency:batch')).toMatchObject({ status: 'fail' });
});

test('fairness is asked of a classifier, and a metric it does not have is an error that does not pass', async () => {
  await register('late');
  const gate = `target: late
fairness: [{ column: side, metric: equal-opportunity-difference, condition: { lte: 0.5 } }]
metrics: [{ metric: roc-auc, condition: { gte: 0.5 } }, { metric: mae, condition: { lte: 1 } }]
`;
  const { code, outcome } = await promote('1', gate, ...data('late').slice(2));
  expect(code).toBe(1);
  expect(check(outcome, 'fairness:side:equal-opportunity-difference')).toMatchObject({ status: 'pass' });
  expect(check(outcome, 'metric:roc-auc')).toMatchObject({ status: 'pass' });
  expect(check(outcome, 'metric:mae')).toMatchObject({ status: 'error', value: null });
});

test('bounds on robustness are asked of the worst perturbation, with the number of the database', async () => {
  await register('good', 'bad');
  const connection = await (await DuckDBInstance.create()).connect();
  const read = await connection.runAndReadAll(
    `select avg(abs(18 * x::double)) / stddev_samp(2 * x::double + z + 1), avg(abs((20 * x::double + z + 1) - y)) - avg(abs((2 * x::double + z + 1) - y))
       from '${file('current.parquet')}'`,
  );
  const [change, loss] = read.getRows()[0]!.map(Number) as [number, number];
  const gate = (most: number): string => `target: y
ignore: [side]
robustness:
  metric: mae
  scale: [10]
  missing: [0.25]
  bounds:
    - { kind: scale, measure: change, most: ${most} }
    - { kind: scale, measure: loss, most: 1000 }
    - { kind: missing, measure: not-finite, most: 0.1 }
    - { kind: unseen, measure: change, most: 0 }
    - { kind: scale, measure: flips, most: 1 }
`;
  const { code, outcome } = await promote('1', gate(change * 1.001), ...data().slice(2));
  expect(code).toBe(1);
  expect(outcome.checks.map(({ status }) => status)).toEqual(['pass', 'pass', 'fail', 'pass', 'error']);
  expect(check(outcome, 'robustness:scale:change')!.value).toBeCloseTo(change, 4);
  expect(check(outcome, 'robustness:scale:change')!.sentence).toContain('(x, × 10)');
  expect(check(outcome, 'robustness:scale:loss')!.value).toBeCloseTo(loss, 4);
  expect(check(outcome, 'robustness:scale:loss')!.label).toBe('Loss of mean absolute error, under scale');
  expect(check(outcome, 'robustness:missing:not-finite')!.value).toBeGreaterThanOrEqual(0.25);
  expect(check(outcome, 'robustness:unseen:change')).toMatchObject({
    value: null,
    sentence: expect.stringContaining('fits no column') as string,
  });
  expect(check(outcome, 'robustness:scale:flips')!.sentence).toContain('could not be measured: the model names no classes');
  await run('alias', 'taxi', '2', 'champion', '--why', 'first');
  const second = await promote('1', gate(change * 0.999), ...data().slice(2));
  expect(check(second.outcome, 'robustness:scale:change')).toMatchObject({ status: 'fail' });
  expect(check(second.outcome, 'robustness:scale:change')!.holder).toBeGreaterThan(0);
});

test('a metric that the model does not have makes the bounds on robustness errors with a reason', async () => {
  await register('good');
  const gate = 'target: y\nrobustness: { metric: roc-auc, bounds: [{ kind: noise, measure: loss, most: 0.1 }] }\n';
  const { code, outcome } = await promote('1', gate, ...data().slice(2));
  expect(code).toBe(1);
  expect(outcome.checks).toMatchObject([
    { status: 'error', value: null, sentence: expect.stringContaining('no metric roc-auc') as string },
  ]);
});

test.each([
  ['robustness: { bounds: [{ kind: noise, measure: loss, most: 1 }] }\n', 'needs the column with the truth'],
  ['robustness: { noise: [], bounds: [{ kind: noise, measure: change, most: 1 }] }\n', 'no level to try'],
  [
    'robustness: { bounds: [{ kind: noise, measure: change, most: 1 }, { kind: noise, measure: change, most: 2 }] }\n',
    'bounds noise.change twice',
  ],
  ['robustness: { metric: maee, bounds: [{ kind: noise, measure: change, most: 1 }] }\n', 'Did you mean mae'],
  ['robustness:\n  bounds:\n    - { kind: nose, measure: change, most: 1 }\n', 'Line 3 of the gate'],
  ['metrics: [{ metric: maee, condition: { lte: 1 } }]\ntarget: y\n', 'Did you mean mae'],
  ['metrics: [{ metric: mae, condition: { lte: 1 } }]\n', 'target: NAME'],
  ['target: y\nmetrics: [{ metric: mae }]\n', 'has no bound'],
  ['# nothing\n', 'asks for nothing'],
  ['signature: same\nlatencey: { row: 1 }\n', 'Line 2 of the gate: there is no latencey'],
  ['target: y\nmetrics:\n  - metric: mae\n    condition: { lte: few }\n', 'Line 4 of the gate'],
])('the gate %j is refused with what is wrong', async (gate, message) => {
  await register('good');
  const { code, err } = await promote('1', gate, ...data());
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect((await history()).length).toBe(1);
});

test('the gate of docs/models/gate.md is one that is understood', async () => {
  const page = await readFile(new URL('../docs/models/gate.md', import.meta.url), 'utf8');
  await register('good');
  const { err } = await promote('1', /```yaml\n([^`]*)```/.exec(page)![1]!.replace(/suite:.*\n(?: .*\n)*/, ''));
  expect(err).toContain('This gate looks at data');
});

test('columns derived in SQL may be features and the target of a gate', async () => {
  await writeFile(file('derived.onnx'), linearModel({ weights: { twice: 1, z: 1 }, bias: 1 }));
  await register('derived');
  const derive = 'derive:\n  - { column: twice, expression: 2 * x }\n  - { column: truth, expression: y + 1 }\n';
  const { code, outcome } = await promote(
    '1',
    `target: truth\nignore: [y]\n${derive}metrics: [{ metric: mean-error, condition: { lt: 0 } }]\nlatency: { row: 60000 }\n`,
    ...data(),
  );
  expect(code).toBe(0);
  expect(check(outcome, 'metric:mean-error')!.value).toBeLessThan(-0.5);
});

test('score takes a model of the registry, as it was registered, and names it in the rows', async () => {
  await writeFile(file('named.onnx'), linearModel({ weights: { a: 2, b: 1 }, bias: 1 }));
  const words = ['--name', 'taxi', '--map', 'a=x', '--map', 'b=z'];
  expect((await run('register', file('named.onnx'), ...words)).code).toBe(0);
  await run('alias', 'taxi', '1', 'champion', '--why', 'first');
  const texts = { out: '', err: '' };
  const io = {
    stdout: { write: (text: string): void => void (texts.out += text) },
    stderr: { write: (text: string): void => void (texts.err += text) },
    env: {},
    signal: new AbortController().signal,
  };
  const output = join(workspace, 'scored.parquet');
  const score = ['score', file('current.parquet'), '--model', 'taxi@champion', '-o', output, '--workspace', workspace, '--format', 'json'];
  expect(await runCommand(score, io)).toBe(0);
  expect(JSON.parse(texts.out)).toMatchObject({ rows: 600, model: { name: 'taxi', version: '1' } });
  expect(await runCommand(['score', file('current.parquet'), '--model', 'taxi@9', '-o', output, '--workspace', workspace], io)).toBe(3);
  expect(texts.err).toContain('taxi has no version 9');
});
