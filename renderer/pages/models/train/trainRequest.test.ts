import { expect, test } from 'vitest';
import type { ColumnChoice } from '../mapping.ts';
import { kindFor, modelPathProblem, prepare, usableColumns, usualFeatures, usualModelPath, type TrainChoice } from './trainRequest.ts';

const columns: ColumnChoice[] = [
  { column: 'fare', kind: 'numeric' },
  { column: 'zone', kind: 'categorical' },
  { column: 'at', kind: 'datetime' },
  { column: 'trip', kind: 'id' },
  { column: 'note', kind: 'text' },
  { column: 'predicted', kind: 'numeric' },
  { column: 'minutes', kind: 'derived' },
];

const choice: TrainChoice = {
  target: null,
  features: null,
  kind: null,
  categorical: ['zone', 'gone'],
  splitBy: 'share',
  share: 75,
  rows: '',
  derive: 'minutes = seconds / 60',
  where: '  ',
  path: '',
};
const resolved = { source: '/d/a.parquet', target: 'fare', features: ['zone'], kind: 'linear', path: '/d/m.onnx' } as const;

test('offers what a model can use, and takes numbers and categories without another role', () => {
  expect(usableColumns(columns).map(({ column }) => column)).toEqual(['fare', 'zone', 'trip', 'note', 'predicted', 'minutes']);
  expect(usualFeatures(columns, 'fare', ['predicted'])).toEqual(['zone', 'minutes']);
});

test('guesses the kind of model from that of the target', () => {
  expect([kindFor('numeric'), kindFor('derived'), kindFor('categorical'), kindFor('text')]).toEqual([
    'linear',
    'linear',
    'logistic',
    'logistic',
  ]);
});

test('puts the model into the workspace, or beside the data, and never over files in use', () => {
  expect(usualModelPath('/w', '/d/a.parquet', 'fare of-linear', [])).toBe('/w/trained/fare_of-linear.onnx');
  expect(usualModelPath('C:\\w', 'C:\\d\\a.parquet', 'fare', [])).toBe('C:\\w\\trained\\fare.onnx');
  expect(usualModelPath('', '/d/a.parquet', 'fare', [])).toBe('/d/fare.onnx');
  expect(usualModelPath('/w', '/d', 'fare', ['/w/trained/fare.reference.parquet', '/w/trained/fare-2.onnx'])).toBe(
    '/w/trained/fare-3.onnx',
  );
  expect(modelPathProblem('/d/a.parquet', '/d/b.parquet')).toMatch('.onnx');
  expect(modelPathProblem('/d/a.onnx', '/d/a.reference.parquet')).toMatch('written over');
  expect(modelPathProblem('/d/a.onnx', '/d/a.parquet')).toBeNull();
});

test('makes a request of the form, or says what is missing', () => {
  const prepared = prepare(choice, resolved);
  expect(prepared).toEqual({
    ok: true,
    request: {
      source: { path: '/d/a.parquet' },
      target: 'fare',
      features: ['zone'],
      kind: 'linear',
      categorical: ['zone'],
      derive: [{ column: 'minutes', expression: 'seconds / 60' }],
      where: null,
      split: { by: 'share', share: 0.75 },
      path: '/d/m.onnx',
    },
  });
  const problem = (part: Partial<TrainChoice>, other: Partial<typeof resolved> | { target: null } | { features: [] } = {}): string => {
    const found = prepare({ ...choice, ...part }, { ...resolved, ...other });
    return found.ok ? '' : found.problem;
  };
  expect(problem({}, { target: null })).toMatch('target');
  expect(problem({}, { features: [] })).toMatch('feature');
  expect(problem({ derive: 'minutes' })).toMatch('Line 1');
  expect(problem({ share: 100 })).toMatch('less than 100 %');
  expect(problem({ splitBy: 'first' })).toMatch('how many rows');
  expect(problem({ splitBy: 'first', rows: 30000 })).toBe('');
});
