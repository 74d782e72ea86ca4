import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TrainingResult } from '#shared/domain/training.ts';
import { makeDataFolder } from '../fixtures/data/writeData.ts';
import { runCommand } from './runCommand.ts';

const data = makeDataFolder();
let file = '';
beforeAll(async () => {
  file = await data.write(
    'trips.parquet',
    `select i as id, i % 50 as km, 'zone ' || i % 3 as zone, 60 * (i % 50) + 30 as seconds from range(400) t(i)`,
  );
});
afterAll(() => data.remove());

async function run(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const text = { stdout: '', stderr: '' };
  const sink = (name: 'stdout' | 'stderr') => ({ write: (part: string): void => void (text[name] += part) });
  const io = { stdout: sink('stdout'), stderr: sink('stderr'), env: {}, signal: new AbortController().signal };
  return { code: await runCommand(['train', ...words], io), ...text };
}

const usual = (): string[] => [
  file,
  '--derive',
  'minutes = seconds / 60',
  '--target',
  'minutes',
  '--features',
  'km,zone',
  '--kind',
  'linear',
];

describe('driftglass train', () => {
  it('says in words what was trained, and where it lies', async () => {
    const model = join(data.path, 'plain.onnx');
    const { code, stdout, stderr } = await run(...usual(), '-o', model);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Linear regression of minutes on km, zone\n/);
    expect(stdout).toMatch(/^rows +320 +80$/m);
    expect(stdout).toContain(`Written: ${model}`);
    for (const ending of ['.onnx', '.card.yaml', '.reference.parquet']) expect(existsSync(model.replace('.onnx', ending))).toBe(true);
    expect(existsSync(model.replace('.onnx', '.training.parquet'))).toBe(false);
  });

  it('says it in JSON for a script: rows and metrics of both parts', async () => {
    const words = ['--where', 'minutes > 5', '--first', '200', '--keep-training', '--format', 'json'];
    const { stdout } = await run(...usual(), ...words, '-o', join(data.path, 'json.onnx'));
    const result = JSON.parse(stdout) as TrainingResult;
    expect(result.train['rows']).toBe(200);
    expect(result.reference['rows']).toBe(360 - 200);
    expect(result.train['mae']).toBeCloseTo(0, 9);
    expect(result.features[0]).toMatchObject({ column: 'km', coefficient: expect.closeTo(1, 9) as number });
    expect(result.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(existsSync(result.trainingData!)).toBe(true);
  });

  it.each<[string, string[], RegExp]>([
    ['no target', ['--target'], /Name one target/],
    ['no features', ['--features'], /Name the features/],
    ['no kind', ['--kind'], /Name the kind/],
    ['no place', ['-o'], /Say where the model goes/],
  ])('asks for what is missing: %s', async (_, [left], message) => {
    const words = [...usual(), '-o', join(data.path, 'never.onnx')];
    const at = words.indexOf(left!);
    const { code, stderr } = await run(...words.slice(0, at), ...words.slice(at + 2));
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  it.each<[string, string[], RegExp, number]>([
    ['a share that is none', ['--split', '1.5'], /--split 1.5 should be the share/, 2],
    ['two ways to split', ['--split', '0.5', '--first', '10'], /--first stands alone/, 2],
    ['a strength of nothing', ['--strength', '2'], /goes with --kind logistic/, 2],
    ['a condition that is none', ['--where', 'nope ='], /E_CONDITION_INVALID/, 2],
    ['a derived column that is none', ['--derive', 'half = nope'], /E_DERIVATION_INVALID/, 2],
    ['a derived column without a name', ['--derive', 'nope'], /should be COLUMN = EXPRESSION/, 2],
    ['a column that is not there', ['--features', 'kilometres'], /no column kilometres/, 2],
    ['rows that leave nothing', ['--first', '400'], /leaves none for the reference/, 3],
  ])('refuses %s, and writes nothing', async (_, words, message, expected) => {
    const model = join(data.path, 'never.onnx');
    const { code, stderr } = await run(...usual(), ...words, '-o', model);
    expect(stderr).toMatch(message);
    expect(code).toBe(expected);
    expect(existsSync(model)).toBe(false);
  });

  it('never writes over the data', async () => {
    const words = usual().map((word) => (word === file ? join(data.path, 'same.reference.parquet') : word));
    await data.write('same.reference.parquet', 'select i as km, i as seconds, 1 as zone from range(20) t(i)');
    const { code, stderr } = await run(...words, '-o', join(data.path, 'same.onnx'));
    expect(code).toBe(2);
    expect(stderr).toContain('same.reference.parquet');
  });
});
