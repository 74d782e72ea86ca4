import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromBinary, toBinary } from '@bufbuild/protobuf';
import { afterAll, describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors/AppError.ts';
import { robustnessReport, robustnessSettings, type PerturbationResult, type RobustnessReport } from '#shared/domain/robustness.ts';
import { explanationOracle as oracle, writeExplainedFiles, type OracleModel } from '../../../fixtures/oracles/explainedFiles.ts';
import { unattended } from '../../jobs/pacer.ts';
import type { ExplainRequest } from '../explain/openExplained.ts';
import { ModelProtoSchema } from '../onnx/onnx_pb.ts';
import { measureRobustness } from './measureRobustness.ts';
import { asCell } from './perturb.ts';

const files = writeExplainedFiles();
afterAll(() => files.remove());

const nothing = { noise: [], missing: [], scale: [], units: [], swap: [], unseen: [] };

function measure(
  model: OracleModel,
  settings: Parameters<typeof robustnessSettings.parse>[0],
  changes: Partial<ExplainRequest> = {},
): Promise<RobustnessReport> {
  const { background: _, ...rest } = { ...files.request(model), ...changes };
  const head = { createdAt: new Date(0) };
  return measureRobustness({ ...rest, rows: 1000, robustness: robustnessSettings.parse(settings) }, head, unattended);
}

const of = (report: RobustnessReport, column: string | null, kind: PerturbationResult['kind']): PerturbationResult =>
  report.perturbations.find((each) => each.column === column && each.kind === kind)!;

describe('perturbations of a linear model', () => {
  const at = oracle.columns.indexOf('b');
  const values = oracle.explained.map((row) => row[at]!);
  const weight = Math.abs(oracle.weights[at]!);
  const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  const deviation = Math.sqrt(mean(values.map((x) => (x - mean(values)) ** 2)) * (30 / 29));

  it('move it by weight times change', async () => {
    const found = await measure(
      'linear',
      { ...nothing, scale: [10], units: ['fahrenheit-as-celsius'], missing: [1] },
      { settings: { map: {}, nulls: 'refuse', fill: { b: 0 } } },
    );
    expect(of(found, 'b', 'scale').meanChange).toBeCloseTo(weight * 9 * mean(values.map(Math.abs)), 10);
    expect(of(found, 'b', 'unit').meanChange).toBeCloseTo(weight * mean(values.map((x) => Math.abs(((x - 32) * 5) / 9 - x))), 10);
    expect(of(found, 'b', 'missing').meanChange).toBeCloseTo(weight * mean(values.map(Math.abs)), 10);
    expect(of(found, 'b', 'missing').largestChange).toBeCloseTo(weight * Math.max(...values.map(Math.abs)), 10);
    expect(new Set(found.perturbations.flatMap(({ kind, column }) => (kind === 'scale' ? [column] : [])))).toEqual(new Set(oracle.columns));
  });

  it('are as large as Gaussian noise of that many standard deviations', async () => {
    const rows = Array.from({ length: 4000 }, (_, i) => [...oracle.explained[i % 30]!, 0]);
    const source = { path: files.csv('many', [...oracle.columns, 'y'], rows) };
    const { background: _, ...rest } = { ...files.request('linear'), source };
    const robustness = robustnessSettings.parse({ ...nothing, noise: [0.5] });
    const found = await measureRobustness({ ...rest, rows: 4000, robustness }, { createdAt: new Date(0) }, unattended);
    const expected = weight * 0.5 * deviation * Math.sqrt(2 / Math.PI);
    expect(of(found, 'b', 'noise').meanChange! / expected).toBeGreaterThan(0.95);
    expect(of(found, 'b', 'noise').meanChange! / expected).toBeLessThan(1.05);
    expect(of(found, null, 'noise').meanChange!).toBeGreaterThan(of(found, 'b', 'noise').meanChange!);
  });

  it('turn predictions into no number where values go missing', async () => {
    const found = await measure('linear', { ...nothing, missing: [0.1] });
    expect(of(found, 'b', 'missing')).toMatchObject({ notFinite: 0.1, change: 0, meanChange: 0 });
    const all = await measure('linear', { ...nothing, missing: [1] });
    expect(of(all, 'b', 'missing')).toMatchObject({ notFinite: 1, change: null, reasons: { change: 'not-finite' } });
  });
});

describe('agrees with scikit-learn', () => {
  it.each([
    ['times10', 'a', { ...nothing, scale: [10] }, 'scale'],
    ['fahrenheit', 'b', { ...nothing, units: ['celsius-as-fahrenheit' as const] }, 'unit'],
  ] as const)('%s', async (name, column, settings, kind) => {
    const truth = oracle.robustness[name];
    const found = of(await measure('deep', settings), column, kind);
    expect(found.meanChange).toBeCloseTo(truth.meanChange, 5);
    expect(found.largestChange).toBeCloseTo(truth.largestChange, 5);
    expect(found.change).toBeCloseTo(truth.change, 5);
    expect(found.metrics.find(({ metric }) => metric === 'rmse')!.value).toBeCloseTo(truth.rmse, 5);
    expect(found.metrics.find(({ metric }) => metric === 'r2')!.value).toBeCloseTo(truth.r2, 5);
    expect(found).toMatchObject({ flips: null, reasons: { flips: 'not-for-this-kind' } });
  });

  it('on a category that it has never seen', async () => {
    const truth = oracle.robustness.unseen;
    const found = of(await measure('mixed', { ...nothing, unseen: [1] }), 'city', 'unseen');
    expect(found.flips).toBeCloseTo(truth.flips, 12);
    expect(found.meanChange).toBeCloseTo(truth.meanChange, 6);
    for (const { metric, value } of found.metrics) expect(value).toBeCloseTo(truth[metric as 'accuracy'], 6);
  });
});

describe('a report on robustness', () => {
  it('fits its schema, is the same each time, and one kind does not change another', async () => {
    const found = await measure('mixed', {});
    expect(robustnessReport.parse(found)).toEqual(found);
    expect(await measure('mixed', {})).toEqual(found);
    const alone = await measure('mixed', { ...nothing, swap: [0.25] });
    expect(of(alone, 'city', 'swap')).toEqual(
      found.perturbations.find(({ column, level, kind }) => column === 'city' && kind === 'swap' && level === 0.25),
    );
    expect(found.holds).toBeNull();
    expect(found.worst.swap!.flips).toBe(Math.max(...found.perturbations.flatMap(({ kind, flips }) => (kind === 'swap' ? [flips!] : []))));
  });

  it('judges bounds by the worst perturbation of their kind', async () => {
    const bounds = [
      { kind: 'noise', measure: 'change', most: 10 },
      { kind: 'scale', measure: 'change', most: 0.01 },
      { kind: 'noise', measure: 'flips', most: 1 },
      { kind: 'unseen', measure: 'flips', most: 0 },
      { kind: 'unit', measure: 'change', most: 9 },
    ] as const;
    const found = await measure('linear', { ...nothing, noise: [0.1], scale: [10], unseen: [1], bounds: [...bounds] });
    expect(found.bounds.map(({ holds }) => holds)).toEqual([true, false, false, true, false]);
    expect(found.bounds[1]).toMatchObject({ level: 10 });
    expect(found.bounds[1]!.worst).toBe(found.worst.scale!.change);
    expect(found.holds).toBe(false);
    const good = await measure('linear', { ...nothing, noise: [0.1], bounds: [bounds[0]] });
    expect(good.holds).toBe(true);
  });

  it('puts a model that fails on unknown categories first, with its words, and no bound holds', async () => {
    const model = fromBinary(ModelProtoSchema, readFileSync(files.request('mixed').model.path));
    for (const { opType, attribute } of model.graph!.node)
      if (opType === 'OneHotEncoder') attribute.find(({ name }) => name === 'zeros')!.i = 0n;
    const path = join(files.folder, 'strict.onnx');
    writeFileSync(path, toBinary(ModelProtoSchema, model));
    const bounds = [{ kind: 'unseen', measure: 'flips', most: 1 }] as const;
    const found = await measure(
      'mixed',
      { ...nothing, unseen: [1], swap: [0.5], bounds: [...bounds] },
      { model: { path, name: 'strict', version: '2' } },
    );
    expect(found.perturbations[0]).toMatchObject({ kind: 'unseen', change: null, reasons: { change: 'not-tested' } });
    expect(found.perturbations[0]!.problem).toContain('strict.onnx failed on rows of the data');
    expect(found.worst.unseen!.failures).toBe(3);
    expect(found.worst.swap!.failures).toBe(0);
    expect(found.bounds[0]).toMatchObject({ holds: false, worst: null });
  });

  it('leaves constant columns alone, and a single row', async () => {
    const path = files.csv(
      'constants',
      [...oracle.columns, 'y'],
      oracle.explained.map((row) => [2, row[1]!, row[2]!, row[3]!, 0]),
    );
    const found = await measure('deep', { ...nothing, noise: [0.5], swap: [0.5] }, { source: { path } });
    expect(new Set(found.perturbations.map(({ column }) => column))).toEqual(new Set(['b', 'c', 'd', null]));
    const one = files.csv('lonely', [...oracle.columns, 'y'], [[1, 2, 3, 4, 5]]);
    const lonely = await measure('linear', {}, { source: { path: one } });
    expect(lonely.perturbations.every(({ change, kind }) => change === null && kind !== 'noise')).toBe(true);
  });

  it('goes without metrics where there is no target, and refuses a metric that is not there', async () => {
    const found = await measure('linear', { ...nothing, scale: [10] }, { target: null, notFeatures: ['y'] });
    expect(found).toMatchObject({ metrics: [], metricsProblem: 'No target was named.' });
    expect(of(found, 'a', 'scale')).toMatchObject({ loss: null, metrics: [], reasons: { loss: 'not-tested' } });
    const error = await measure('linear', { metrics: ['roc-auc'] }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).code).toBe('E_USAGE');
  });
});

it('whole numbers stay whole and in range', () => {
  expect(asCell(3.7, 'int32')).toBe(4);
  expect(asCell(300, 'uint8')).toBe(255);
  expect(asCell(-5, 'uint8')).toBe(0);
  expect(asCell(2.2, 'int64')).toBe(2n);
  expect(asCell(1e30, 'int64')).toBe(2n ** 63n - 1n);
  expect(asCell(0.3, 'bool')).toBe(1);
  expect(asCell(0.3, 'float32')).toBe(0.3);
});
