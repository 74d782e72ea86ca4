import { expect, test } from 'vitest';
import type { DriftReport } from '#shared/domain/report.ts';
import { compareRows, type Cell } from '../../fixtures/oracles/performanceOf.ts';
import { makeReport } from '../../fixtures/reports/makeReport.ts';
import { renderReport } from './renderReport.ts';
import { reportTable } from './reportTable.ts';

async function reportOf(target: readonly Cell[], prediction: readonly Cell[]): Promise<DriftReport> {
  const side = { target, prediction };
  const { performance } = await compareRows(side, side);
  return { ...makeReport({ columns: 3, seed: 1 }), performance };
}

const page = (report: DriftReport): string => renderReport(report, 'html').content;

test('a page without target and prediction has no such section', () => {
  expect(page(makeReport({ columns: 3, seed: 1 }))).not.toContain('Model performance');
});

test('numbers: metrics, baselines and pictures are on the page and in the terminal', async () => {
  const target = Array.from({ length: 200 }, (_, i) => i + 0.5);
  const report = await reportOf(
    target,
    target.map((x) => x + Math.sin(x)),
  );
  const text = page(report);
  expect(text).toContain('Mean absolute error');
  expect(text).toContain('the median target of the reference (100)');
  expect(text.match(/Predictions against targets of the/g)).toHaveLength(2);
  expect(Buffer.byteLength(text) - Buffer.byteLength(page({ ...report, performance: null }))).toBeLessThan(40_000);
  expect(reportTable(report)).toMatch(/Mean absolute error +0\.\d+ +0\.\d+ +0 +50/);
});

test('classes with hostile names stay text, and nothing is styled in place', async () => {
  const hostile = ['<script>alert(1)</script>', '" onload="x', '=1+1'];
  const target = Array.from({ length: 30 }, (_, i) => hostile[i % 3]!);
  const report = await reportOf(target, target.toReversed());
  const text = page(report);
  expect(text).toContain('&lt;script&gt;alert(1)');
  expect(text).not.toContain('<script>alert');
  expect(text.replace(/<style>[\s\S]*?<\/style>/, '')).not.toMatch(/<[^>]* style="/);
  expect(text).toContain('Confusion matrix, current');
});

test('probabilities: three curves and the table of thresholds', async () => {
  const target = Array.from({ length: 300 }, (_, i) => Number((i * 7) % 10 < 4));
  const report = await reportOf(
    target,
    target.map((y, i) => 0.3 * y + ((i * 37) % 100) / 200),
  );
  const text = page(report);
  for (const title of ['ROC curve', 'Precision and recall', 'Calibration', 'Thresholds, current data']) expect(text).toContain(title);
  const section = text.slice(text.indexOf('Model performance</h2>'), text.indexOf('Missing values</h2>'));
  expect(section.length).toBeGreaterThan(1000);
  expect(section).not.toMatch(/NaN|undefined|Infinity/);
});
