import { describe, expect, it } from 'vitest';
import { performanceSection, type ClassificationPerformance, type PerformanceSection } from '#shared/domain/performance.ts';
import { seededRandom } from '#shared/lib/random.ts';
import { compareRows, metricsOf, performanceOf, type Cell, type SideRows } from '../../fixtures/oracles/performanceOf.ts';
import { unexplainedNulls } from '../../fixtures/reports/unexplainedNulls.ts';

/** What depends on how many rows there are, not on what they weigh. */
const byRows: ReadonlySet<string> = new Set(['error-standard-deviation']);
const classes = ['a', 'b', 'c'];
const rows = 150;

const makers: Readonly<Record<string, (draw: () => number) => SideRows>> = {
  regression: (draw) => {
    const target = Array.from({ length: rows }, (_, i) => (i % 11 === 0 ? 0 : Math.round(draw() * 400) / 8 - 20.5));
    return { target, prediction: target.map((value) => value + Math.round(draw() * 80) / 8 - 4) };
  },
  'one probability': (draw) => {
    const prediction = Array.from({ length: rows }, () => Math.round(draw() * 40) / 40);
    return { target: prediction.map((score) => Number(draw() < score)), prediction };
  },
  labels: (draw) => {
    const target = Array.from({ length: rows }, () => classes[Math.floor(draw() * 3)]!);
    return { target, prediction: target.map((label) => (draw() < 0.6 ? label : classes[Math.floor(draw() * 3)]!)) };
  },
  'a probability a class': (draw) => {
    const shares = Array.from({ length: rows }, () => {
      const own = classes.map(() => 1 + Math.floor(draw() * 6));
      const total = own.reduce((sum, each) => sum + each, 0);
      return own.map((each) => each / total);
    });
    const probabilities = Object.fromEntries(classes.map((label, k) => [label, shares.map((own) => own[k]!)]));
    return {
      target: shares.map((own) => (draw() < 0.5 ? classes[own.indexOf(Math.max(...own))]! : classes[Math.floor(draw() * 3)]!)),
      probabilities,
    };
  },
};

function eachColumn(side: SideRows, change: (cells: readonly Cell[]) => Cell[]): SideRows {
  const { target, prediction, probabilities } = side;
  return {
    ...(target && { target: change(target) }),
    ...(prediction && { prediction: change(prediction) }),
    ...(probabilities && {
      probabilities: Object.fromEntries(Object.entries(probabilities).map(([label, cells]) => [label, change(cells)])),
    }),
  };
}

const repeated = (side: SideRows, times: readonly number[]): SideRows =>
  eachColumn(side, (cells) => cells.flatMap((cell, i) => Array.from({ length: times[i]! }, () => cell)));

function expectSame(ours: PerformanceSection, truth: PerformanceSection): void {
  const near = (value: number | string | null | undefined): unknown => (typeof value === 'number' ? expect.closeTo(value, 9) : value);
  const [a, b] = [metricsOf(ours), metricsOf(truth)];
  for (const metric of Object.keys(b)) if (!byRows.has(metric)) expect(a[metric], metric).toEqual(near(b[metric]));
  for (const row of truth.baselines) {
    if (byRows.has(row.metric)) continue;
    const own = ours.baselines.find(({ metric }) => metric === row.metric)!;
    expect(own.current, `${row.metric}, baseline`).toEqual(near(row.current));
    if (row.metric !== 'average-precision') expect(own.value, `${row.metric}, constant`).toEqual(near(row.value));
  }
  if (ours.task !== 'classification' || truth.task !== 'classification') return;
  expect(ours.matrix.current).toEqual(truth.matrix.current);
  expect(ours.classes.map(({ current }) => current)).toEqual(
    truth.classes.map(({ current }) =>
      Object.fromEntries(Object.entries(current!).map(([key, value]) => [key, typeof value === 'number' ? near(value) : value])),
    ),
  );
  const table = ({ probabilities }: ClassificationPerformance): unknown => probabilities?.current?.thresholds;
  expect(table(ours)).toEqual(table(truth));
}

describe.each(Object.entries(makers))('weights of rows: %s', (_, make) => {
  it.each([1, 2, 3])('whole weights are rows that stand there so many times, and 0 is a row that does not (%i)', async (seed) => {
    const draw = seededRandom(seed);
    const side = make(draw);
    const weight = Array.from({ length: rows }, () => Math.floor(draw() * 5));
    expectSame(await performanceOf({ ...side, weight }), await performanceOf(repeated(side, weight)));
  });

  it('weights of 1 change nothing', async () => {
    const side = make(seededRandom(4));
    const weighted = await performanceOf({ ...side, weight: Array.from({ length: rows }, () => 1) });
    const plain = await performanceOf(side);
    expectSame(weighted, plain);
    expect(metricsOf(weighted)['error-standard-deviation']).toEqual(metricsOf(plain)['error-standard-deviation']);
    const { metrics, baselines, weight, ...others } = weighted;
    const { metrics: _metrics, baselines: _baselines, weight: none, ...same } = plain;
    expect([weight, none]).toEqual(['weight', null]);
    expect(metrics.length + baselines.length).toBeGreaterThan(0);
    const rounded = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value, (_key, each: unknown) => (typeof each === 'number' ? Number(each.toPrecision(12)) : each)));
    expect(rounded(others)).toEqual(rounded(same));
  });

  it('weights count beside each other alone: all times a number is the same', async () => {
    const draw = seededRandom(5);
    const side = make(draw);
    const weight = Array.from({ length: rows }, () => draw());
    const once = metricsOf(await performanceOf({ ...side, weight }));
    for (const factor of [1e-90, 1 / 3, 1e90]) {
      const scaled = metricsOf(await performanceOf({ ...side, weight: weight.map((each) => each * factor) }));
      for (const [metric, value] of Object.entries(once))
        expect(scaled[metric], `${metric} times ${factor}`).toEqual(typeof value === 'number' ? expect.closeTo(value, 9) : value);
    }
  });

  it('is the same, to the last digit, whenever it is asked', async () => {
    const draw = seededRandom(6);
    const side = { ...make(draw), weight: Array.from({ length: rows }, () => draw() * 3) };
    const section = await performanceOf(side);
    expect(await performanceOf(side)).toEqual(section);
    expect(performanceSection.parse(section)).toEqual(section);
    expect(unexplainedNulls(section)).toEqual([]);
  });

  it('rows without a weight are left out, and counted', async () => {
    const side = make(seededRandom(7));
    const weight = Array.from({ length: rows }, (_row, i): Cell => (i % 10 === 0 ? null : i % 10 === 1 ? 'NaN' : i % 10 === 2 ? 0 : 1));
    const { performance, findings } = await compareRows({ ...side, weight }, { ...side, weight });
    expect(performance!.rows.current).toEqual({ rows, used: rows - 45, leftOut: 45 });
    expectSame(performance!, await performanceOf(eachColumn(side, (cells) => cells.filter((_cell, i) => i % 10 > 2))));
    const sentences = findings.map(({ sentence }) => sentence).join(' ');
    expect(sentences).toContain('45 of 150 current rows are left out of the model’s performance: target, prediction or weight is missing');
    expect(findings.find(({ code }) => code === 'performance-weighted')?.sentence).toContain('weighted by weight');
  });

  it.each([
    ['below 0 in 1 row in the reference', (i: number): Cell => (i === 3 ? -0.5 : 1)],
    ['infinite in 1 row in the reference', (i: number): Cell => (i === 3 ? 'Infinity' : 1)],
    ['0 or missing in every row in the reference', (i: number): Cell => (i % 2 === 0 ? null : 0)],
    ['holds no numbers in the reference', (): Cell => 'heavy'],
    ['outside 1e−100 to 1e100 in 1 row in the reference', (i: number): Cell => (i === 3 ? 1e300 : 1)],
  ])('that cannot weigh are said to be so, and the report lives on: %s', async (sentence, weightOf) => {
    const side = make(seededRandom(8));
    const weight = Array.from({ length: rows }, (_row, i) => weightOf(i));
    const { performance, findings, dataDrift } = await compareRows({ ...side, weight }, { ...side, weight });
    expect(performance).toBeNull();
    const [finding] = findings.filter(({ code }) => code === 'weights-unusable');
    expect(finding?.severity).toBe('attention');
    expect(finding?.sentence).toContain(sentence);
    expect(findings.map(({ code }) => code)).not.toContain('analysis-failed');
    expect(dataDrift.columns.find(({ role }) => role === 'target')).toBeDefined();
  });
});

describe('weights of rows', () => {
  it('leave no crumbs where there is nothing', async () => {
    const weight = [0.1, 0.2, 0.3, 0.7, 0.15, 0.35];
    const perfect = await performanceOf({ target: [1, 0, 1, 0, 1, 0], prediction: [0.9, 0.2, 0.8, 0.1, 0.7, 0.3], weight });
    for (const metric of ['accuracy', 'precision', 'recall', 'f1', 'specificity', 'mcc', 'roc-auc', 'average-precision'])
      expect(metricsOf(perfect)[metric], metric).toBeCloseTo(1, 14);
    const { thresholds } = (perfect as ClassificationPerformance).probabilities!.current!;
    for (const { precision, recall, specificity } of thresholds)
      for (const value of [precision, recall, specificity]) expect(value === null || (value >= 0 && value <= 1)).toBe(true);
    expect(thresholds[0]).toMatchObject({ recall: 1, specificity: 0 });
    const oneClass = metricsOf(
      await performanceOf({ target: ['x', 'x', 'x'], prediction: ['x', 'y', 'x'], weight: [0.1, 0.2, 0.3] }, { positiveLabel: 'x' }),
    );
    expect(oneClass).toMatchObject({
      mcc: 'one-class',
      specificity: 'one-class',
      'balanced-accuracy': 'one-class',
      recall: expect.closeTo(2 / 3, 12),
    });
  });

  it('are asked of each side that is measured', async () => {
    const side = { target: [1.5, 2.5, 3.5], prediction: [1, 2, 4] };
    const { performance } = await compareRows({ ...side, weight: [1, 2, 3] }, side);
    expect(performance!.rows).toEqual({ reference: { rows: 3, used: 3, leftOut: 0 }, current: null });
    expect(performance!.metrics[0]!.reasons).toEqual({ current: 'no-such-column' });
  });

  it('are no feature: their column has no verdict', async () => {
    const side = { target: [1.5, 2.5, 3.5], prediction: [1, 2, 4] };
    const { dataDrift } = await compareRows({ ...side, weight: [1, 2, 3] }, { ...side, weight: [50, 60, 70] });
    const column = dataDrift.columns.find(({ role }) => role === 'weight');
    expect(column).toMatchObject({ column: 'weight', status: 'not-tested', drifted: false, notTested: { reason: 'role-has-no-method' } });
    expect(column!.current).not.toBeNull();
  });

  it('also weigh where the percentage error of another system is asked for', async () => {
    const side = { target: [2, -4, 5], prediction: [1, -3, 6] };
    const [weighted, rowsAgain] = [
      await compareRows({ ...side, weight: [1, 2, 1] }, { ...side, weight: [1, 2, 1] }, { task: 'regression' }, 'evidently'),
      await compareRows(repeated(side, [1, 2, 1]), repeated(side, [1, 2, 1]), { task: 'regression' }, 'evidently'),
    ];
    const mape = metricsOf(weighted.performance!)['mape'] as number;
    expect(mape / (metricsOf(rowsAgain.performance!)['mape'] as number)).toBeCloseTo(1, 12);
    expect(mape).toBeGreaterThan(1e10);
  });
});
