import { describe, expect, it } from 'vitest';
import { fillZeros } from './fillZeros.ts';

describe('filling of zero shares', () => {
  it('uses 0.0001 while every other share is larger', () => {
    expect([...fillZeros([0.5, 0, 0.5])]).toEqual([0.5, 0.0001, 0.5]);
  });

  it('uses a millionth of the smallest share where that is 0.0001 or less', () => {
    expect([...fillZeros([0.0001, 0, 0.9999])]).toEqual([0.0001, 0.0001 / 1e6, 0.9999]);
  });

  it('leaves shares without zeros as they are, and fills a side that is all zeros', () => {
    expect([...fillZeros([0.25, 0.75])]).toEqual([0.25, 0.75]);
    expect([...fillZeros([0, 0])]).toEqual([0.0001, 0.0001]);
  });
});
