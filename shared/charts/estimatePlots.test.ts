import { expect, test } from 'vitest';
import type { EstimatedMetric, EstimateSide } from '../domain/estimatedPerformance.ts';
import { lightCharts } from './chartTheme.ts';
import { estimatePlots } from './estimatePlots.ts';

const side = (estimated: number, realised: number | null): EstimateSide => ({
  estimated,
  low: estimated - 0.02,
  high: estimated + 0.02,
  realised,
  reasons: realised === null ? { realised: 'no-valid-values' } : {},
});

const metric = (realised: number | null): EstimatedMetric => ({
  metric: 'accuracy',
  reference: side(0.8, 0.8),
  current: side(0.78, realised),
  lowerThreshold: 0.75,
  upperThreshold: 0.85,
  verdict: 'usual',
  chunks: [0.8, 0.79, 0.81].map((value, chunk) => ({ side: 'reference', chunk, ...side(value, value) })),
  reasons: {},
});

const drawn = (realised: number | null): string =>
  estimatePlots({ metrics: [metric(realised)] } as Parameters<typeof estimatePlots>[0], lightCharts)[0]!.svg;

test('the picture has a ring for each chunk of the reference, a dot for current, and a ring where labels are', () => {
  expect(drawn(null).match(/<circle/g)).toHaveLength(4);
  expect(drawn(0.77).match(/<circle/g)).toHaveLength(5);
  expect(drawn(0.77)).toContain('Current is estimated at 0.78, between 0.76 and 0.8.');
});

test('what labels say far off the scale is an arrow at its edge, and the scale stays', () => {
  expect(drawn(0.1).match(/<circle/g)).toHaveLength(4);
  expect(drawn(0.1)).toMatch(/h8l-4 6z/);
  expect(drawn(0.1)).not.toContain('NaN');
});
