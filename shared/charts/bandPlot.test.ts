import { describe, expect, it } from 'vitest';
import { bandPlot, type BandPlot } from './bandPlot.ts';
import { lightCharts } from './chartTheme.ts';

const plot: BandPlot = {
  yLabel: 'mean error',
  reference: [1, 1.1, 0.9, 1.05],
  current: [1.6],
  band: { from: 0.8, to: 1.2 },
  centre: 1,
  alternative: 'Errors of four pieces, and of current.',
};

const circles = (svg: string): number => [...svg.matchAll(/<circle/g)].length;

describe('pieces over their band', () => {
  it('draws each piece once, and says what it shows', () => {
    const svg = bandPlot(plot, lightCharts);
    expect(circles(svg)).toBe(5);
    expect(svg).toContain('aria-label="Errors of four pieces, and of current."');
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('marks what is far beyond at the edge with its value, so that the band stays in sight', () => {
    const svg = bandPlot({ ...plot, current: [1.3, 480.5, 1e100] }, lightCharts);
    expect(circles(svg)).toBe(5);
    expect(svg).toContain('>481<');
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('stands where all values are one, and where the band is open below', () => {
    const same = bandPlot({ ...plot, reference: [0, 0, 0], current: [0], band: { from: null, to: 0 }, centre: 0 }, lightCharts);
    expect(circles(same)).toBe(4);
    expect(same).not.toMatch(/NaN|Infinity|undefined/);
  });
});
