import { describe, expect, it } from 'vitest';
import { gaugePlaces } from './gauge.ts';

describe('the gauge', () => {
  it('puts a distance beyond its threshold on the side of drift', () => {
    const { threshold, score, driftsBelow } = gaugePlaces({
      driftScore: 0.4,
      threshold: 0.1,
      scoreIs: 'statistic',
      driftedWhen: 'at-or-above',
    });
    expect(driftsBelow).toBe(false);
    expect(score).toBeCloseTo(80);
    expect(threshold).toBeCloseTo(20);
  });

  it('puts a small p-value to the left, on a logarithmic line', () => {
    const { threshold, score, driftsBelow } = gaugePlaces({ driftScore: 1e-4, threshold: 0.05, scoreIs: 'pValue', driftedWhen: 'below' });
    expect(driftsBelow).toBe(true);
    expect(score).toBeCloseTo(50);
    expect(threshold).toBeGreaterThan(score);
  });

  it('keeps the extremes on the line', () => {
    for (const driftScore of [0, 1e-300, 1]) {
      const { score } = gaugePlaces({ driftScore, threshold: 0.05, scoreIs: 'pValue', driftedWhen: 'below' });
      expect(score).toBeGreaterThanOrEqual(1);
      expect(score).toBeLessThanOrEqual(99);
    }
    expect(gaugePlaces({ driftScore: 0, threshold: 0, scoreIs: 'statistic', driftedWhen: 'above' }).score).toBe(1);
  });
});
