import { expect, test } from 'vitest';
import { expectGolden } from '../../fixtures/reports/expectGolden.ts';
import { makeReport } from '../../fixtures/reports/makeReport.ts';
import { columnChart } from '#shared/charts/columnChart.ts';
import { describeChart } from '#shared/charts/describeChart.ts';
import { drawSvg, pageCharts } from './svg.ts';

const report = makeReport({ columns: 20, seed: 7 });

function draw(name: string): string {
  const column = report.dataDrift.columns.find((each) => each.column === name)!;
  return `${drawSvg(columnChart(column, pageCharts)!, 'x', describeChart(column)).replaceAll('><', '>\n<')}\n`;
}

test('a distribution is drawn as it was drawn before', () => {
  expectGolden('distribution.svg', draw('trip_distance'));
});

test('categories are drawn as they were drawn before', () => {
  expectGolden('categories.svg', draw('payment_type'));
});

test('a picture has the same bytes whatever was drawn before it in this process', () => {
  const first = draw('weekday');
  for (const name of ['pickup_time', 'payment_type', 'tip_amount']) draw(name);
  expect(draw('weekday')).toBe(first);
});

test('a picture has a name, takes its colours from the page and leaves no trace of the drawing library', () => {
  for (const name of ['trip_distance', 'payment_type', 'pickup_time', '<img src=x onerror=alert(1)>']) {
    const svg = draw(name);
    expect(svg).toMatch(/^<svg class="chart" viewBox="0 0 560 \d+" role="img" aria-label="[^"<>]+">/);
    expect(svg).not.toMatch(/zr\d|ecmeta|style|class="(?!chart)|font-family|NaN|undefined/);
    expect(svg.replaceAll('fill="#000"', '')).not.toMatch(/"#[0-9a-f]/i);
    for (const [, id] of svg.matchAll(/url\(#([^)]*)\)/g)) expect(svg).toContain(` id="${id}"`);
    expect(svg.match(/(?:fill|stroke)="var\(--(?:reference|current|text|muted|axis|grid)\)"/g)?.length).toBeGreaterThan(5);
  }
});
