import { expect, test } from 'vitest';
import { lightCharts } from './chartTheme.ts';
import { pairMatrix } from './pairMatrix.ts';

const draw = (names: readonly string[], valueOf: (a: string, b: string) => number | null): string =>
  pairMatrix({ names, valueOf, colour: 'red', full: 1, alternative: 'pairs of "all" columns' }, lightCharts);

test('positive values are filled, negative ones hollow, absent ones a dash', () => {
  const svg = draw(['a', 'b', 'c'], (row, column) => (column === 'b' ? null : row === 'b' ? 0.5 : -1));
  const [, filled = '', hollow = '', absent = ''] = [...svg.matchAll(/<path d="([^"]*)"/g)].map((match) => match[1]!);
  expect([filled, hollow, absent].map((path) => path.split('M').length - 1)).toEqual([1, 1, 1]);
  expect(svg).not.toMatch(/NaN|undefined/);
});

test('names from data cannot become markup', () => {
  const svg = draw(['<script>alert(1)</script>', `"quoted" & 'so'`, '\u0000\n', ''], () => 0.1);
  expect(svg).not.toContain('<script');
  expect(svg).toContain('&lt;script');
  expect(svg).toContain('(no name)');
  expect(svg).toContain('aria-label="pairs of &quot;all&quot; columns"');
});
