import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../shared/lib/random.ts';
import { benjaminiHochberg } from './benjaminiHochberg.ts';

describe('p-values adjusted after Benjamini and Hochberg', () => {
  it('are those of the first example of their paper', () => {
    const raw = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
    expect(benjaminiHochberg(raw).filter((p) => p <= 0.05)).toHaveLength(4);
  });

  it('keep the order of the input, never fall below the raw values nor rise above 1', () => {
    const random = seededRandom(8);
    const raw = Array.from({ length: 200 }, () => random() ** 3);
    const adjusted = benjaminiHochberg(raw);
    expect(adjusted.every((p, i) => p >= raw[i]! && p <= 1)).toBe(true);
    const byRaw = raw.map((p, i) => [p, adjusted[i]!] as const).sort(([a], [b]) => a - b);
    expect(byRaw.every(([, p], i) => i === 0 || p >= byRaw[i - 1]![1])).toBe(true);
  });

  it('are the raw value for a single test, and none for none', () => {
    expect(benjaminiHochberg([0.03])).toEqual([0.03]);
    expect(benjaminiHochberg([])).toEqual([]);
  });
});
