import { expect, test } from 'vitest';
import type { NumericHistogram } from '#shared/domain/profile.ts';
import { lightCharts } from '#shared/charts/chartTheme.ts';
import { distributionChart } from '#shared/charts/distributionChart.ts';
import { sparkline } from '#shared/charts/sparkline.ts';
import { drawSvg } from './svg.ts';

const even = (low: number, high: number, bins: number): number[] =>
  Array.from({ length: bins + 1 }, (_, i) => low * (1 - i / bins) + high * (i / bins));

const extremes: Record<string, { edges: number[]; lowerTail?: boolean; upperTail?: boolean; time?: boolean }> = {
  'the largest doubles': { edges: even(-1.7e308, 1.7e308, 10) },
  'the smallest doubles': { edges: even(0, 5e-323, 5) },
  'very small numbers': { edges: even(0, 1e-300, 5) },
  'neighbours far from nought': { edges: even(1e15, 1e15 + 4, 4) },
  'tails to the ends of the world': { edges: [-1.7e308, 0, 1, 2, 3, 1.7e308], lowerTail: true, upperTail: true },
  'a constant': { edges: [7, 7] },
  'a constant without neighbours': { edges: [1e17, 1e17] },
  'all of time': { edges: even(-8.64e15, 8.64e15, 10), time: true },
  'beyond time': { edges: even(-1e300, 1e300, 4), time: true },
  'three milliseconds': { edges: even(1.6e12, 1.6e12 + 3, 3), time: true },
  'unequal bins': { edges: [0, 1, 2, 10, 100] },
  'a bin without width': { edges: [0, 1, 1, 2] },
  'nothing but tails': { edges: [0, 1, 2], lowerTail: true, upperTail: true },
};

test.each(Object.entries(extremes))('%s can be drawn', (_, { edges, lowerTail = false, upperTail = false, time = false }) => {
  const counts = edges.slice(1).map((__, i) => i + 1);
  const histogram: NumericHistogram = { kind: 'numeric', edges, reference: counts, current: [...counts].reverse(), lowerTail, upperTail };
  const option = distributionChart(histogram, lightCharts, time ? 'time' : 'number');
  const svg = drawSvg({ option, height: 240 }, 'x', 'description');
  expect(svg + sparkline(histogram, 'current')).not.toMatch(/NaN|Infinity|undefined/);
  expect(svg).toContain('>reference</text>');
  expect(svg.match(/y="227\.5"/g)?.length).toBeGreaterThan(0);
});
