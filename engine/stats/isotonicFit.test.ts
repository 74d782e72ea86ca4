import { describe, expect, it } from 'vitest';
import { heightAt, IsotonicFit, type RisingLine } from './isotonicFit.ts';

function fit(points: readonly (readonly [x: number, mean: number, weight?: number])[]): RisingLine {
  const line = new IsotonicFit();
  for (const [x, mean, weight = 1] of points.toSorted(([a], [b]) => b - a)) line.push(x, mean * weight, weight);
  return line.finish();
}

describe('the rising line', () => {
  it('goes through what rises already', () => {
    expect(
      fit([
        [1, 0.1],
        [2, 0.4],
        [3, 0.9],
      ]),
    ).toEqual({ x: Float64Array.of(1, 2, 3), y: Float64Array.of(0.1, 0.4, 0.9) });
  });

  it('takes the weighted mean where values fall', () => {
    const line = fit([
      [1, 0],
      [2, 1, 3],
      [3, 0, 1],
      [4, 1],
    ]);
    expect(Array.from(line.x)).toEqual([1, 2, 3, 4]);
    expect(Array.from(line.y)).toEqual([0, 0.75, 0.75, 1]);
  });

  it('is one level where everything falls', () => {
    expect(
      fit([
        [1, 1],
        [2, 0.5],
        [3, 0],
      ]),
    ).toEqual({ x: Float64Array.of(1, 3), y: Float64Array.of(0.5, 0.5) });
  });

  it('keeps its last height outside', () => {
    const line = fit([
      [0.2, 0.1],
      [0.8, 0.7],
    ]);
    expect([0, 0.2, 0.5, 0.8, 1].map((x) => heightAt(line, x))).toEqual([0.1, 0.1, expect.closeTo(0.4, 12), 0.7, 0.7]);
  });

  it('has no point where nothing was seen', () => {
    expect(fit([]).x).toHaveLength(0);
  });
});
