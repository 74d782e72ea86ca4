import { expect, it } from 'vitest';
import { fillFrom, fillLines, pathProblem, usualPath } from './scoreRequest.ts';

it('writes predictions into the workspace, or beside the data where nothing is kept', () => {
  expect(usualPath('/ws/taxi', '/data/2022-02.parquet', '/m/fare model.onnx')).toBe('/ws/taxi/scored/2022-02-fare_model.parquet');
  expect(usualPath('', '/data/2022-02.csv.gz', '/m/fare.onnx')).toBe('/data/2022-02-fare.parquet');
  expect(usualPath('C:\\work', 'C:\\data\\days\\', 'C:\\m\\fare.onnx')).toBe('C:\\work\\scored\\days-fare.parquet');
});

it('refuses a place that is no parquet file or one that is read', () => {
  expect(pathProblem(' ', [])).toContain('where');
  expect(pathProblem('/x/y.csv', [])).toContain('.parquet');
  expect(pathProblem('/x/y.parquet', ['/x/y.parquet'])).toContain('read');
  expect(pathProblem('/x/y.parquet', ['/x/z.parquet'])).toBeNull();
});

it('reads what stands in for missing values, numbers as numbers', () => {
  const lines = [
    { column: 'a', value: '0.5' },
    { column: '*', value: 'none' },
    { column: 'b', value: ' ' },
    { column: '', value: '1' },
  ];
  expect(fillFrom(lines)).toEqual({ a: 0.5, '*': 'none' });
  expect(fillLines({ a: 0.5, '*': 'none' })).toEqual(lines.slice(0, 2));
});
