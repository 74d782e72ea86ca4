import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../shared/lib/random.ts';
import { binomialDraw } from './binomialDraw.ts';
import { bootstrapInterval, bootstrapSteps } from './bootstrapInterval.ts';
import { multinomialDraw } from './multinomialDraw.ts';

describe('random numbers of successes', () => {
  it.each([
    [12, 0.3],
    [5000, 0.001],
    [80, 0.4],
    [1_000_000, 0.25],
    [300, 0.9],
  ])('of %d trials with a chance of %d have the mean and the variance they should', (n, p) => {
    const random = seededRandom(5);
    const draws = Array.from({ length: 20_000 }, () => binomialDraw(n, p, random));
    const mean = draws.reduce((total, k) => total + k, 0) / draws.length;
    const variance = draws.reduce((total, k) => total + (k - mean) ** 2, 0) / draws.length;
    const spread = Math.sqrt(n * p * (1 - p));
    expect(Math.abs(mean - n * p) / spread).toBeLessThan(0.03);
    expect(variance / spread ** 2).toBeGreaterThan(0.95);
    expect(variance / spread ** 2).toBeLessThan(1.05);
    expect(draws.every((k) => Number.isInteger(k) && k >= 0 && k <= n)).toBe(true);
  });

  it('have the probabilities they should, by both ways of drawing', () => {
    for (const n of [15, 40]) {
      const random = seededRandom(11);
      const seen = new Float64Array(n + 1);
      for (let i = 0; i < 50_000; i++) seen[binomialDraw(n, 0.5, random)]!++;
      let share = 0.5 ** n;
      let chiSquare = 0;
      for (let k = 0; k <= n; k++) {
        if (share * 50_000 >= 5) chiSquare += (seen[k]! - share * 50_000) ** 2 / (share * 50_000);
        share *= (n - k) / (k + 1);
      }
      expect(chiSquare).toBeLessThan(60);
    }
  });

  it('are sure where the chance is', () => {
    const random = seededRandom(1);
    expect([binomialDraw(0, 0.5, random), binomialDraw(7, 0, random), binomialDraw(7, 1, random)]).toEqual([0, 0, 7]);
  });
});

describe('rows drawn anew', () => {
  it('are as many as before, and empty cells stay empty', () => {
    const random = seededRandom(3);
    for (let i = 0; i < 100; i++) {
      const drawn = multinomialDraw([5, 0, 1200, 1, 0], random);
      expect(drawn.reduce((total, count) => total + count, 0)).toBe(1206);
      expect([drawn[1], drawn[4]]).toEqual([0, 0]);
    }
    expect(multinomialDraw([0, 0], random)).toEqual(Float64Array.of(0, 0));
  });
});

const mean = ([hits, misses]: Float64Array): number | null => (hits! + misses! === 0 ? null : hits! / (hits! + misses!));

describe('the interval', () => {
  it('is the same again under the same seed, and another one under another', () => {
    const at = (seed: number) => bootstrapInterval([30, 70], mean, { replicates: 200, confidence: 0.95, random: seededRandom(seed) });
    expect(at(1)).toEqual(at(1));
    expect(at(1)).not.toEqual(at(2));
  });

  it('of a share is the usual one: 1.96 standard errors to each side', () => {
    const interval = bootstrapInterval([3000, 7000], mean, { replicates: 4000, confidence: 0.95, random: seededRandom(7) })!;
    const standardError = Math.sqrt((0.3 * 0.7) / 10_000);
    expect((0.3 - interval.low) / standardError).toBeCloseTo(1.96, 0);
    expect((interval.high - 0.3) / standardError).toBeCloseTo(1.96, 0);
  });

  it('covers the truth about as often as it says', () => {
    const random = seededRandom(21);
    const runs = 400;
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const hits = binomialDraw(200, 0.4, random);
      const interval = bootstrapInterval([hits, 200 - hits], mean, { replicates: 300, confidence: 0.9, random })!;
      if (interval.low <= 0.4 && interval.high >= 0.4) covered++;
    }
    expect(covered / runs).toBeGreaterThan(0.85);
    expect(covered / runs).toBeLessThan(0.95);
  });

  it('does not exist where most resampled data lack the statistic', () => {
    const options = { replicates: 100, confidence: 0.95, random: seededRandom(2) };
    expect(bootstrapInterval([0, 0], mean, options)).toBeNull();
    expect(bootstrapInterval([1, 500], ([hits]) => (hits! > 3 ? 1 : null), options)).toBeNull();
  });

  it('can be had of several statistics at once, in steps', () => {
    const steps = bootstrapSteps([30, 70], (drawn) => [mean(drawn), null], { replicates: 64, confidence: 0.9, random: seededRandom(1) });
    let pauses = 0;
    for (;;) {
      const step = steps.next();
      if (step.done === true) {
        expect(step.value[0]!.replicates).toBe(64);
        expect(step.value[1]).toBeNull();
        break;
      }
      pauses++;
    }
    expect(pauses).toBe(4);
  });
});
