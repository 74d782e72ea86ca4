import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DriftReport } from '#shared/domain/report.ts';
import type { TrainingResult } from '#shared/domain/training.ts';
import { hasSharedData, onRealData, readPlainCsv, sharedData } from '../fixtures/realData/sharedData.ts';
import { runCommand } from './runCommand.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftglass-tutorial-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The words of a command as a shell takes them: quotes, and lines that go on. */
function wordsOf(command: string): string[] {
  return [...command.replaceAll('\\\n', ' ').matchAll(/(?:"([^"]*)"|(\S+))/g)].map((match) => match[1] ?? match[2]!);
}

/** The commands of a page, each as it stands there. */
async function commandsOf(page: string): Promise<string[]> {
  const text = await readFile(new URL(`../docs/tutorials/${page}`, import.meta.url), 'utf8');
  const blocks = [...text.matchAll(/^```sh\n([^`]*)```/gm)].map((match) => match[1]!);
  return blocks.flatMap((block) => block.split(/^(?=driftglass )/m));
}

const isFile = (word: string): boolean => /^[\w./*-]+\.(parquet|onnx|json)$/.test(word) || word === 'sample';

/** Runs a command in the folder of the test. */
async function run(command: string): Promise<string> {
  const [, name, ...rest] = wordsOf(command);
  const words = [name!, ...rest.map((word) => (isFile(word) ? join(folder, word) : word))];
  const text = { stdout: '', stderr: '' };
  const sink = (to: 'stdout' | 'stderr') => ({ write: (part: string): void => void (text[to] += part) });
  const code = await runCommand(words, { stdout: sink('stdout'), stderr: sink('stderr'), env: {}, signal: new AbortController().signal });
  expect(`${code} ${text.stderr}`, command).toMatch(/^0 /);
  return text.stdout;
}

const readReport = async (name: string): Promise<DriftReport> => JSON.parse(await readFile(join(folder, name), 'utf8')) as DriftReport;
const scoreOf = (report: DriftReport, name: string): number => report.dataDrift.columns.find(({ column }) => column === name)!.driftScore!;

describe.skipIf(!hasSharedData)(onRealData('the monitoring lesson'), () => {
  let commands: string[];
  beforeAll(async () => {
    commands = await commandsOf('lesson.md');
    for (const month of ['01', '02']) {
      const name = `green_tripdata_2022-${month}.parquet`;
      await cp(join(sharedData, 'data/taxi', name), join(folder, name));
    }
  });

  it('trains the model of the lesson, and finds its reference undrifted', async () => {
    const result = JSON.parse(await run(commands[0]!)) as TrainingResult;
    expect(result.train).toMatchObject({ rows: 30_000, mae: expect.closeTo(3.804665373785063, 9) as number });
    expect(result.reference).toMatchObject({ rows: 25_211, mae: expect.closeTo(4.142064073688447, 9) as number });
    expect(result.largestDifference).toBeLessThan(1e-12);
    await run(commands[1]!);
    const drift = await readReport('lesson-drift.json');
    expect(drift.dataDrift).toMatchObject({ numberOfDriftedColumns: 0, numberOfColumns: 7 });
    expect(drift.dataDrift.columns.find(({ column }) => column === 'prediction')).toMatchObject({ method: 'wasserstein' });
    expect(scoreOf(drift, 'prediction')).toBeCloseTo(0.03049316466166379, 9);
    await run(commands[2]!);
    const missing = await readReport('lesson-missing.json');
    expect(missing.missingValues.columns).toHaveLength(22);
    expect(missing.missingValues.current.numberOfMissingValues).toBe(25_211);
    expect(missing.missingValues.current.shareOfMissingValues).toBeCloseTo(0.045454545454545456, 12);
  });

  const days = hasSharedData ? readPlainCsv(join(sharedData, 'data/taxi/expected/lesson_2022-02_daily.csv')) : [];
  it.each(days.map((day) => [day['day']!, day] as const))('gives the figures of %s', async (day, expected) => {
    for (const command of commands.slice(3)) await run(command.replaceAll('2022-02-01', day));
    const report = await readReport(`${day}.json`);
    expect(report.current.numberOfRows).toBe(Number(expected['rows']));
    expect(report.dataDrift.numberOfDriftedColumns).toBe(Number(expected['num_drifted_columns']));
    expect(report.dataDrift.numberOfColumns).toBe(Number(expected['number_of_columns']));
    for (const { column, driftScore } of report.dataDrift.columns) {
      const score = Number(expected[`drift_${column}`]);
      expect(Math.abs(driftScore! - score) / score, column).toBeLessThan(1e-9);
    }
    expect(scoreOf(report, 'prediction')).toBeCloseTo(Number(expected['prediction_drift']), 9);
    const fare = report.dataDrift.columns.find(({ column }) => column === 'fare_amount')!.current;
    const median = fare !== null && 'quantiles' in fare ? fare.quantiles.find(({ share }) => share === 0.5)!.value : null;
    expect(median).toBeCloseTo(Number(expected['fare_amount_q50']), 9);
    const { missingValues } = await readReport(`${day}-missing.json`);
    expect(missingValues.current.numberOfMissingValues).toBe(Number(expected['number_missing_values']));
    expect(missingValues.current.shareOfMissingValues).toBeCloseTo(Number(expected['share_missing_values']), 12);
  });
});

describe('the tutorial on the sample data', () => {
  it('runs as it is written', async () => {
    for (const command of await commandsOf('sample.md')) await run(command);
    const january = await readReport('january.json');
    expect(january.dataDrift.numberOfDriftedColumns).toBe(0);
    const february = await readReport('february.json');
    expect(february.dataDrift.columns.find(({ column }) => column === 'prediction')).toMatchObject({ drifted: true });
    const mae = february.performance!.metrics.find(({ metric }) => metric === 'mae')!;
    expect(mae.current! / mae.reference!).toBeGreaterThan(1.5);
  });
});
