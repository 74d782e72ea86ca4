import { describe, expect, it } from 'vitest';
import { reportSettings } from '#shared/domain/settings.ts';
import { compareDatasets } from '../drift/compareDatasets.ts';
import { unattended } from '../jobs/pacer.ts';
import { performanceSection, type ClassificationPerformance, type RegressionPerformance } from '#shared/domain/performance.ts';
import { compareRows, metricsOf, performanceOf, type Cell, type SideRows } from '../../fixtures/oracles/performanceOf.ts';
import { makeDataFolder } from '../../fixtures/data/writeData.ts';
import { unexplainedNulls } from '../../fixtures/reports/unexplainedNulls.ts';

const rows = (target: readonly Cell[], prediction: readonly Cell[]): SideRows => ({ target, prediction });
const steps = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 0.5);

/** Shuffles in a fixed way. */
const stirred = <T>(values: readonly T[]): T[] => values.map((_, i) => values[(i * 7 + 3) % values.length]!);

const hostile: Record<string, SideRows> = {
  empty: rows([], []),
  'one row': rows([1.5], [2.5]),
  'all null': rows([null, null, null], [null, null, null]),
  'targets without predictions': rows([1.5, 2.5], [null, null]),
  infinite: rows(['Infinity', 1.5, 2.5], [1, '-Infinity', 'NaN']),
  constant: rows([2.5, 2.5, 2.5], [2.5, 2.5, 2.5]),
  'all targets 0': rows([0, 0, 0], [0.5, 1.5, 2.5]),
  'the ends of doubles': rows([-1.7e308, 1.7e308, 0.5], [1.7e308, -1.7e308, 5e-324]),
  'one class': rows([1, 1, 1], [0.2, 0.7, 0.9]),
  'the other class alone': rows([0, 0, 0], [0.2, 0.7, 0.9]),
  'one label': rows(['a', 'a'], ['a', 'a']),
  'nothing right': rows(['a', 'b'], ['b', 'a']),
  'a class of no name': rows(['', 'b', 'b'], ['b', 'b', 'b']),
};

describe('whatever the data are', () => {
  const usual = { 'a usual number': rows(steps(40), steps(40)), 'a usual class': rows(['a', 'b', 'a'], ['a', 'b', 'b']) };
  for (const [name, given] of Object.entries(hostile))
    for (const [other, reference] of Object.entries(usual))
      it(`${name} against ${other}: every number is finite or has its reason, or a finding says why there is none`, async () => {
        const compared = await compareRows(reference, given).catch((error: unknown) => error as { code: string });
        if ('code' in compared) throw compared;
        const { performance, findings } = compared;
        if (performance === null) {
          expect(findings.map(({ code }) => code)).toContain('performance-not-measured');
          return;
        }
        expect(performanceSection.parse(performance)).toEqual(performance);
        expect(JSON.parse(JSON.stringify(performance))).toEqual(performance);
        expect(unexplainedNulls(performance)).toEqual([]);
      });
  for (const [name, given] of Object.entries(hostile))
    it(`${name} on both sides, as either task`, async () => {
      for (const task of ['regression', 'classification'] as const) {
        const { performance, findings } = await compareRows(given, given, { task });
        if (performance === null) expect(findings.map(({ code }) => code)).toContain('performance-not-measured');
        else expect(unexplainedNulls(performance)).toEqual([]);
      }
    });
});

describe('the order of rows', () => {
  it.each<[string, Cell[], Cell[]]>([
    ['numbers', steps(97), steps(97).map((x) => x * 1.1 + Math.sin(x))],
    ['probabilities', steps(97).map((x) => ((x * 13) % 3 < 1 ? 1 : 0)), steps(97).map((x) => ((x * 31) % 10) / 10)],
    ['labels', steps(97).map((x) => (x % 3 < 1 ? 'a' : 'b')), steps(97).map((x) => (x % 5 < 2 ? 'a' : 'b'))],
  ])('changes no digit: %s', async (_, target, prediction) => {
    const once = await performanceOf(rows(target, prediction));
    expect(await performanceOf(rows(stirred(target), stirred(prediction)))).toEqual(once);
  });
});

describe('which rows are used', () => {
  it('leaves out and counts those whose target or prediction is null, NaN or infinite', async () => {
    const folder = makeDataFolder();
    const write = (name: string, values: string): Promise<string> =>
      folder.write(name, `select a::double as target, b::double as prediction from (values ${values}) as rows(a, b)`);
    const reference = await write('reference.parquet', '(1.5, 1.5), (2.5, null), (null, 3), (4.5, 5.5)');
    const current = await write('current.parquet', "(1.5, 'infinity'::double), (2.5, 'nan'::double), ('-infinity'::double, 1), (3.5, 4)");
    const settings = reportSettings.parse({ roles: { target: 'target', prediction: 'prediction' } });
    const { performance, findings } = await compareDatasets(
      { reference: { path: reference }, current: { path: current }, settings },
      unattended,
    );
    folder.remove();
    expect(performance?.rows).toEqual({ reference: { rows: 4, used: 2, leftOut: 2 }, current: { rows: 4, used: 1, leftOut: 3 } });
    expect(findings.filter(({ code }) => code === 'performance-rows-left-out')).toHaveLength(2);
    expect(metricsOf(performance!, 'reference')['mae']).toBe(0.5);
    expect(metricsOf(performance!)).toMatchObject({ mae: 0.5, r2: 'too-few-rows', 'error-standard-deviation': 'too-few-rows' });
  });

  it('counts targets of 0, which have no percentage error', async () => {
    const section = (await performanceOf(rows([0, 2.5, 0, -5], [9, 3.5, 9, -4]))) as RegressionPerformance;
    expect(section.zeroTargets.current).toBe(2);
    expect(metricsOf(section)['mape']).toBeCloseTo(0.3, 12);
  });
});

describe('what is asked for', () => {
  const truth = ['stays', 'leaves', 'stays', 'stays'];
  const scores = [0.1, 0.4, 0.2, 0.35];

  it('is the positive class and the threshold that were named', async () => {
    const section = (await performanceOf(rows(truth, scores), {
      positiveLabel: 'stays',
      probabilityThreshold: 0.2,
    })) as ClassificationPerformance;
    expect(section).toMatchObject({ positiveLabel: 'stays', probabilityThreshold: 0.2, labels: ['leaves', 'stays'] });
    expect(section.matrix.current).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(section.probabilities!.current!.thresholds.map(({ threshold }) => threshold)).toContain(0.2);
  });

  it('refuses a class that there is not, with what may have been meant', async () => {
    await expect(performanceOf(rows(truth, scores), { positiveLabel: 'stay' })).rejects.toMatchObject({
      code: 'E_CLASS_UNKNOWN',
      message: expect.stringContaining('Did you mean stays'),
    });
  });

  it('says in a finding why classes are too many, and why one probability does not do for three classes', async () => {
    const ids = steps(60).map((x) => `c${x}`);
    const { findings } = await compareRows(rows(ids, ids), rows(ids, ids));
    expect(findings.find(({ code }) => code === 'performance-not-measured')?.sentence).toContain('more than 50 classes');
    const three = await compareRows(rows(['a', 'b', 'c'], [0.1, 0.2, 0.3]), rows(['a', 'b', 'c'], [0.1, 0.2, 0.3]));
    expect(three.findings.map(({ sentence }) => sentence).join()).toContain('the target has 3');
  });

  it('treats 1, 1.0 and true as one class', async () => {
    const section = (await performanceOf(rows([true, false, true], [1, 0, 0]), { task: 'classification' })) as ClassificationPerformance;
    expect(metricsOf(section)['accuracy']).toBeCloseTo(2 / 3, 12);
  });
});

describe('baselines', () => {
  it('know the reference alone, and are scored on both sides', async () => {
    const { performance } = await compareRows(rows([1.5, 2.5, 9.5], [1, 2, 3]), rows([4.5, 6.5], [1, 2]));
    const [mae, rmse] = performance!.baselines;
    expect(mae).toMatchObject({ metric: 'mae', value: 2.5, current: 3 });
    expect(mae!.reference).toBeCloseTo(8 / 3, 12);
    expect(rmse).toMatchObject({ metric: 'rmse', value: 4.5, current: Math.sqrt(2) });
  });

  it('are the most common class and the share of positives', async () => {
    const { performance } = await compareRows(rows([0, 0, 0, 1], [0.1, 0.2, 0.3, 0.4]), rows([1, 1], [0.5, 0.25]));
    const of = (metric: string): unknown => performance!.baselines.find((row) => row.metric === metric);
    expect(of('accuracy')).toMatchObject({ value: '0', reference: 0.75, current: 0 });
    expect(of('brier')).toMatchObject({ value: 0.25, current: 0.5625 });
    expect(of('log-loss')).toMatchObject({ current: -Math.log(0.25) });
    expect(of('f1')).toMatchObject({ value: '1', current: 1 });
  });
});
