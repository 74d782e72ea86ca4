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

describe('a probability a class', () => {
  const target = steps(60).map((_, i) => ['ash', 'birch', 'cedar'][i % 3]!);
  const chance = (label: string): number[] => target.map((truth, i) => (truth === label ? 0.5 + (i % 5) / 20 : 0.2 + (i % 7) / 40));
  const probabilities = { ash: chance('ash'), birch: chance('birch'), cedar: chance('cedar') };

  it('predicts the most probable one, the first in order of equal ones', async () => {
    const tied = { b: [0.4, 0.5, 0.1], a: [0.4, 0.2, 0.1], c: [0.2, 0.3, 0.8] };
    const section = (await performanceOf({ target: ['b', 'b', 'c'], probabilities: tied })) as ClassificationPerformance;
    expect(section).toMatchObject({ predictionIs: 'probabilities', prediction: null, labels: ['a', 'b', 'c'], positiveLabel: null });
    expect(section.matrix.current).toEqual([
      [0, 0, 0],
      [1, 1, 0],
      [0, 0, 1],
    ]);
    expect(section.probabilityColumns).toEqual({ a: 'p_a', b: 'p_b', c: 'p_c' });
  });

  it('leaves out rows that lack one of them, and does not hang on the order of rows', async () => {
    const gaps = { ...probabilities, cedar: probabilities.cedar.map((p, i) => (i < 3 ? [null, 'NaN', 'Infinity'][i]! : p)) };
    const section = await performanceOf({ target, probabilities: gaps });
    expect(section.rows.current).toEqual({ rows: 60, used: 57, leftOut: 3 });
    const turned = Object.fromEntries(Object.entries(gaps).map(([label, cells]) => [label, stirred(cells)]));
    expect(await performanceOf({ target: stirred(target), probabilities: turned })).toEqual(section);
  });

  it('says in a finding what is wrong with the columns', async () => {
    const because = async (rows: SideRows): Promise<string> =>
      (await compareRows(rows, rows)).findings.find(({ code }) => code === 'performance-not-measured')?.sentence ?? 'measured';
    const { ash, birch } = probabilities;
    expect(await because({ target, probabilities: { ash, birch } })).toContain('no column of probabilities is named for the class cedar');
    expect(await because({ target, probabilities: { ash } })).toContain('the target has 3: ash, birch, cedar');
    expect(await because({ target, probabilities: { ...probabilities, cedar: target } })).toContain('holds no numbers');
    expect(await because({ target, probabilities: { ...probabilities, cedar: ash.map((p) => p + 1) } })).toContain('outside [0, 1]');
    const two = target.map((label) => (label === 'ash' ? 'ash' : 'other'));
    expect(await because({ target: two, prediction: ash, probabilities: { ash } })).toContain(
      'name the prediction only where it holds classes',
    );
  });

  it('of two classes: one column is that of the positive class; labels beside it predict', async () => {
    const two = target.map((label) => (label === 'ash' ? 'yes, ash' : 'no'));
    const one = (await performanceOf({ target: two, probabilities: { 'yes, ash': probabilities.ash } })) as ClassificationPerformance;
    expect(one).toMatchObject({
      predictionIs: 'probability',
      positiveLabel: 'yes, ash',
      probabilityThreshold: 0.5,
      classProbabilities: [],
    });
    expect(metricsOf(one)).toMatchObject({ accuracy: 1, 'roc-auc': 1 });
    const labels = { target: two, prediction: two.toReversed(), probabilities: { 'yes, ash': probabilities.ash } };
    const both = (await performanceOf(labels)) as ClassificationPerformance;
    expect(both).toMatchObject({ predictionIs: 'labels', probabilityThreshold: null });
    expect(metricsOf(both)['roc-auc']).toBe(1);
    expect(metricsOf(both)['accuracy']).toBeLessThan(1);
  });

  it.each(Object.entries(hostile))('survives %s', async (_, { target: truth = [] }) => {
    const rows = { target: truth, probabilities: { a: truth.map(() => 0.5), b: truth.map(() => 'NaN'), '1': truth.map(() => 1) } };
    const { performance, findings } = await compareRows(rows, {
      target,
      probabilities: { a: chance('ash'), b: chance('birch'), '1': chance('cedar') },
    });
    if (performance === null) expect(findings.map(({ code }) => code)).toContain('performance-not-measured');
    else expect(unexplainedNulls(performance)).toEqual([]);
  });
});

describe('the top', () => {
  it('counts as many positives as are to be expected where the cut goes through equal probabilities', async () => {
    const scores = [0.9, ...Array.from({ length: 8 }, () => 0.5), 0.1];
    const section = (await performanceOf(rows([1, 1, 1, 0, 0, 0, 0, 0, 0, 0], scores), { topRows: 5 })) as ClassificationPerformance;
    const top = section.probabilities!.current!.chosenTop!;
    expect(top).toMatchObject({ rows: 5, probability: 0.5, truePositives: 2, precision: 0.4, bestLift: 2 });
    expect(top.lift).toBeCloseTo(0.4 / 0.3, 12);
  });

  it('is all rows where fewer than asked for are there', async () => {
    const section = (await performanceOf(rows([1, 0], [0.75, 0.25]), { topRows: 100 })) as ClassificationPerformance;
    expect(section.probabilities!.current!.chosenTop).toMatchObject({ rows: 2, share: 1, recall: 1, lift: 1 });
  });
});
