import { expect, test } from 'vitest';
import { makeReport } from '../../fixtures/reports/makeReport.ts';
import type { Histogram } from '../domain/profile.ts';
import { shareBar } from './shareBar.ts';
import { sparkline, textSparkline } from './sparkline.ts';

const columns = makeReport({ columns: 20, seed: 7 }).dataDrift.columns;

test('a sparkline is a few hundred bytes and holds nothing that came from the data but numbers', () => {
  for (const { histogram } of columns) {
    for (const side of ['reference', 'current'] as const) {
      const svg = sparkline(histogram, side);
      expect(svg.length).toBeLessThan(600);
      expect(svg).toMatch(
        /^<svg class="spark" width="96" height="20" viewBox="0 0 96 20" aria-hidden="true">(<path d="[MHVvh0-9.\- ]*"[^<>]*\/>)?<\/svg>$/,
      );
    }
  }
});

const two: Histogram = { kind: 'numeric', edges: [0, 1, 2], reference: [1, 1], current: [4, 0], lowerTail: false, upperTail: false };

test('both sides share one scale, and what is there at all is seen', () => {
  expect(sparkline(two, 'current', { width: 10, height: 11 })).toContain('d="M0 11V1H5V11H10V11"');
  expect(sparkline(two, 'reference', { width: 10, height: 11 })).toContain('d="M0 11V6H5V6H10V11"');
  const rare: Histogram = { ...two, current: [99_999, 1] };
  expect(sparkline(rare, 'current', { width: 10, height: 11 })).toContain('H5V10.5H10');
});

test('nothing to draw is an empty picture of the same size', () => {
  const empty = '<svg class="spark" width="96" height="20" viewBox="0 0 96 20" aria-hidden="true"></svg>';
  expect(sparkline(null, 'current')).toBe(empty);
  expect(sparkline({ ...two, reference: [0, 0], current: [0, 0] }, 'current')).toBe(empty);
});

test('in the terminal a sparkline is blocks, no longer than asked, blank where nothing is', () => {
  expect(textSparkline(two, 'current', 8)).toBe('█ ');
  expect(textSparkline(two, 'reference', 8)).toBe('▅▅');
  expect(textSparkline(null, 'current', 8)).toBe('');
  for (const { histogram } of columns) expect(textSparkline(histogram, 'current', 10).length).toBeLessThanOrEqual(10);
});

test('a bar of a share is never invisible and never too long', () => {
  expect(shareBar(0, 'current')).not.toContain('rect');
  expect(shareBar(1e-9, 'current', 101)).toContain('width="1"');
  expect(shareBar(0.5, 'reference', 101)).toContain('width="50"');
  expect(shareBar(7, 'current', 101)).toContain('width="100"');
});
