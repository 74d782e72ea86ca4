import { expect, test } from 'vitest';
import type { DriftAttribution, ModelExplanation, RowExplanation } from '#shared/domain/explanation.ts';
import { robustnessSettings, type RobustnessReport } from '#shared/domain/robustness.ts';
import { explanationTable } from './explanationTable.ts';
import { renderExplanation } from './renderExplanation.ts';

const hostile = '<script>alert(1)</script>\u001b[31m"&';
const head = {
  createdAt: '2026-11-21T00:00:00.000Z',
  producedBy: { name: 'driftglass' as const, version: '0.1.0' },
  model: { name: hostile, version: hostile, path: `/${hostile}.onnx`, sha256: 'ab', task: 'classification' as const },
  derive: [{ column: hostile, expression: hostile }],
  where: hostile,
  seed: 0,
  evaluations: 10,
};
const data = { name: hostile, path: hostile, numberOfRows: 9, rows: 3, leftOut: 1 };
const number = { name: hostile, kind: 'probability', class: hostile } as const;
const columns = Array.from({ length: 30 }, (_, i) => `${hostile}${i}`);

const row: RowExplanation = {
  kind: 'row',
  ...head,
  data,
  background: data,
  permutations: 1,
  row: 3,
  changed: [{ column: hostile, from: null, to: hostile }],
  label: hostile,
  labelBefore: 'no',
  numbers: [
    {
      ...number,
      base: 0.2,
      prediction: 0.2 + 0.01 * 30,
      before: 0.1,
      contributions: columns.map((column) => ({ column, value: hostile, contribution: 0.01, error: 0 })),
    },
  ],
};
const whole: ModelExplanation = {
  kind: 'model',
  ...head,
  data,
  background: data,
  permutations: 1,
  target: hostile,
  numbers: [
    {
      ...number,
      base: 0,
      mean: 0,
      columns: columns.map((column) => ({ column, meanAbsolute: 1, standardDeviation: 1, error: 0, mean: 0, share: 1 / 30 })),
    },
  ],
  importance: {
    metric: 'rmse',
    better: 'lower',
    baseline: 1,
    rows: 3,
    repeats: 1,
    columns: [
      { column: hostile, importance: 0.5, standardDeviation: 0, reasons: {} },
      { column: hostile, importance: null, standardDeviation: null, reasons: { importance: 'not-finite' } },
    ],
  },
  importanceProblem: null,
  dependence: [
    {
      column: hostile,
      kind: 'categorical',
      rows: 3,
      numbers: [{ ...number, points: [{ at: hostile, mean: 1, low: 0, high: 2 }] }],
      problem: null,
    },
    { column: hostile, kind: 'numeric', rows: 3, numbers: [{ ...number, points: [{ at: 2, mean: 1, low: 1, high: 1 }] }], problem: null },
    { column: hostile, kind: 'numeric', rows: 3, numbers: [], problem: hostile },
  ],
};
const drift: DriftAttribution = {
  kind: 'drift',
  ...head,
  reference: data,
  current: data,
  permutations: 1,
  numbers: [
    {
      ...number,
      reference: 0,
      current: 0.5,
      change: 0.5,
      error: 0.1,
      columns: [
        { column: hostile, attribution: 0.5, error: 0.1, importance: 1, shift: 0.5, risk: 0.5, reasons: {} },
        {
          column: hostile,
          attribution: 0,
          error: 0,
          importance: 0,
          shift: null,
          risk: null,
          reasons: { shift: 'no-valid-values', risk: 'no-valid-values' },
        },
      ],
    },
  ],
};

const tried = { change: 1, flips: 0.5, loss: 0.1, notFinite: 0, meanChange: 1, largestChange: 2, reasons: {} };
const robustness: RobustnessReport = {
  kind: 'robustness',
  ...head,
  data,
  target: hostile,
  numbers: [{ ...number, mean: 0, standardDeviation: 1 }],
  metrics: [{ metric: 'accuracy', value: 0.5, reasons: {} }],
  metricsProblem: null,
  settings: robustnessSettings.parse({}),
  perturbations: [
    {
      kind: 'unseen',
      level: 1,
      column: hostile,
      change: null,
      flips: null,
      loss: null,
      notFinite: null,
      meanChange: null,
      largestChange: null,
      metrics: [],
      problem: hostile,
      reasons: { change: 'not-tested' },
    },
    {
      kind: 'noise',
      level: 0.5,
      column: null,
      ...tried,
      metrics: [{ metric: 'accuracy', value: 0.4, loss: 0.1, reasons: {} }],
      problem: null,
    },
    { kind: 'unit', level: 'celsius-as-fahrenheit', column: hostile, ...tried, metrics: [], problem: null },
  ],
  worst: { noise: { change: 1, flips: 0.5, loss: 0.1, notFinite: 0, failures: 0 } },
  bounds: [
    { kind: 'noise', measure: 'flips', most: 0.1, worst: 0.5, column: null, level: 0.5, holds: false },
    { kind: 'unseen', measure: 'flips', most: 0.1, worst: null, column: hostile, level: 1, holds: false },
  ],
  holds: false,
};

test.each([row, whole, drift, robustness])(
  'a page of kind $kind lets no name of the data act, and is the same each time',
  (explanation) => {
    const { content, fileName } = renderExplanation(explanation, 'html');
    const body = content.slice(content.indexOf('<body>'), content.lastIndexOf('<script>'));
    expect(body).not.toContain('<script>');
    expect(body).not.toContain('\u001b');
    expect(body).not.toContain('NaN');
    expect(body).toContain('<svg class="chart"');
    expect(content).toContain('default-src &#39;none&#39;');
    expect(renderExplanation(structuredClone(explanation), 'html').content).toBe(content);
    expect(fileName).toMatch(/^[\w.-]+\.html$/);
    expect(JSON.parse(renderExplanation(explanation, 'json').content)).toEqual(explanation);
  },
);

test.each([row, whole, drift, robustness])('the table of kind $kind has no control characters', (explanation) => {
  const table = explanationTable(explanation);
  expect(table).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  expect(table).not.toContain('undefined');
});

test('robustness says which bounds are exceeded, where, and by what', () => {
  const table = explanationTable(robustness);
  expect(table).toContain('2 of 2 bounds are exceeded');
  expect(table).toContain('at most 0.1; found 0.5 (all columns at once, noise, 0.5 standard deviations).');
  expect(table).toMatch(/fails +– +– +–/);
  expect(table).toContain('°C given as °F');
});
