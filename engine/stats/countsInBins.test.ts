import { describe, expect, it } from 'vitest';
import { countsInBins } from './countsInBins.ts';

describe('counts in bins', () => {
  it('put a value on an inner edge into the upper bin, and one on the last edge into the last bin', () => {
    expect([...countsInBins(Float64Array.of(0, 1, 1, 2, 3, 3), [0, 1, 2, 3])]).toEqual([1, 2, 3]);
  });

  it('leave out what is outside the edges', () => {
    expect([...countsInBins(Float64Array.of(-5, -0.1, 0, 1, 1.1, 9), [0, 0.5, 1])]).toEqual([1, 1]);
  });

  it('are zero for no values and for bins between lumps', () => {
    expect([...countsInBins(new Float64Array(0), [0, 1])]).toEqual([0]);
    expect([...countsInBins(Float64Array.of(0, 0, 9, 9), [0, 3, 6, 9])]).toEqual([2, 0, 2]);
  });

  it('hold everything in one bin whose edges are one value', () => {
    expect([...countsInBins(Float64Array.of(1e308, 1e308), [1e308, 1e308])]).toEqual([2]);
  });
});
