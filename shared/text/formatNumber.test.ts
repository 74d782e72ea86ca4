import { expect, test } from 'vitest';
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatNumber,
  formatPValue,
  formatScore,
  formatShare,
  formatShareChange,
  formatThreshold,
} from './formatNumber.ts';

test('measured numbers have four significant digits and commas between thousands', () => {
  expect([0, 1.9, 26.0123, 0.00123456, 1234567, 1234.5678, -12.5].map((value) => formatNumber(value))).toEqual([
    '0', '1.9', '26.01', '0.001235', '1,234,567', '1,235', '−12.5',
  ]); // prettier-ignore
});

test('only extremes are written with an exponent', () => {
  expect([1e12, 1.5e300, 0.000012, -2.5e-7, 5e-324].map((value) => formatNumber(value))).toEqual([
    '1e12', '1.5e300', '1.2e−5', '−2.5e−7', '4.941e−324',
  ]); // prettier-ignore
});

test('what is no number is still written', () => {
  expect([NaN, Infinity, -Infinity].map((value) => formatNumber(value))).toEqual(['NaN', '∞', '−∞']);
});

test('counts are whole', () => {
  expect([0, 999, 1000, 27621, -4500].map(formatCount)).toEqual(['0', '999', '1,000', '27,621', '−4,500']);
});

test('a share never rounds to nothing or to all', () => {
  expect([0, 1e-9, 0.124, 0.71, 0.9999, 1].map(formatShare)).toEqual(['0 %', '< 0.1 %', '12.4 %', '71.0 %', '> 99.9 %', '100 %']);
  expect([formatShareChange(0.1, 0.35), formatShareChange(0.35, 0.1), formatShareChange(0.1, 0.1)]).toEqual([
    '+25.0 pts', '−25.0 pts', '± 0.0 pts',
  ]); // prettier-ignore
});

test('p-values below a thousandth are only bounded', () => {
  expect([0, 1e-300, 0.00099, 0.001, 0.04999, 1].map(formatPValue)).toEqual([
    '< 0.001', '< 0.001', '< 0.001', '0.001', '0.050', '1.000',
  ]); // prettier-ignore
});

test('scores keep their places and thresholds lose needless noughts', () => {
  expect([0, 0.1, 0.59, 0.0054, 26.0123, 1234.5, 2e-7].map(formatScore)).toEqual([
    '0', '0.100', '0.590', '0.0054', '26.01', '1,235', '2e−7',
  ]); // prettier-ignore
  expect([0.1, 0.05, 0.125, 5, 0].map(formatThreshold)).toEqual(['0.10', '0.05', '0.125', '5.00', '0']);
});

test('sizes and lengths of time take the unit that fits', () => {
  expect([0, 999, 1000, 212_345, 9_999_999, 3e9].map(formatBytes)).toEqual(['0 B', '999 B', '1.0 KB', '212 KB', '10.0 MB', '3.0 GB']);
  expect([12, 999, 1500, 61_000].map(formatDuration)).toEqual(['12 ms', '999 ms', '1.5 s', '1 min 1 s']);
});
