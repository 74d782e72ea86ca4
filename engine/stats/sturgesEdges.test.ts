import { describe, expect, it } from 'vitest';
import { sturgesEdges } from './sturgesEdges.ts';

describe("Sturges' edges", () => {
  it('start and end exactly at the range', () => {
    const edges = sturgesEdges(1000, 0.1, 0.7);
    expect(edges).toHaveLength(12);
    expect(edges[0]).toBe(0.1);
    expect(edges.at(-1)).toBe(0.7);
  });

  it('make one bin around a single value', () => {
    expect(sturgesEdges(50, 7, 7)).toEqual([6.5, 7.5]);
  });

  it('are finite and ascend where the width of the range overflows', () => {
    const edges = sturgesEdges(100, -Number.MAX_VALUE, Number.MAX_VALUE);
    expect(edges.every(Number.isFinite)).toBe(true);
    expect(edges.every((edge, i) => i === 0 || edge > edges[i - 1]!)).toBe(true);
    expect(edges).toHaveLength(9);
  });

  it('do not run wild where the width of a bin underflows', () => {
    const edges = sturgesEdges(1000, 0, 5e-324);
    expect(edges.length).toBeLessThan(13);
    expect(edges.at(-1)).toBe(5e-324);
  });
});
