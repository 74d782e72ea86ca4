import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DriftReport } from '#shared/domain/report.ts';
import { reportSettings } from '#shared/domain/settings.ts';
import { makeDataFolder, type DataFolder } from '../../fixtures/data/writeData.ts';
import { makeReport } from '../../fixtures/reports/makeReport.ts';
import { compareDatasets } from '../drift/compareDatasets.ts';
import { unattended } from '../jobs/pacer.ts';
import { renderReport } from './renderReport.ts';
import { reportTable } from './reportTable.ts';

const names = ['<script>alert(1)</script>', '" onload="x', '=1+1'];

let folder: DataFolder;
beforeAll(() => {
  folder = makeDataFolder();
});
afterAll(() => folder.remove());

const rows = (target: string, from: number): string => {
  const drawn = `select i, (hash(i + ${from}) % 1000) / 1000.0 as u, (hash(i * 7 + ${from}) % 1000) / 1000.0 as v from range(600) t(i)`;
  const named = `case when v < u * u then '${names[0]}' when v < u then '${names[1]}' else '${names[2]}' end`;
  return `select u * u as a, u - u * u as b, 1 - u as c, ${target === 'labels' ? named : 'null::varchar'} as y from (${drawn})`;
};

async function reportOf(target: 'labels' | 'none'): Promise<DriftReport> {
  const probabilities = { [names[0]!]: 'a', [names[1]!]: 'b', [names[2]!]: 'c' };
  const settings = reportSettings.parse({ sections: ['estimated-performance'], roles: { target: 'y', probabilities } });
  const reference = { path: await folder.write(`then-${target}.parquet`, rows('labels', 0)) };
  const current = { path: await folder.write(`now-${target}.parquet`, rows(target, 5000)) };
  const { estimatedPerformance } = await compareDatasets({ reference, current, settings }, unattended);
  expect(estimatedPerformance).not.toBeNull();
  return { ...makeReport({ columns: 3, seed: 1 }), settings, estimatedPerformance };
}

test('several classes with hostile names: metrics, classes, confusion matrix and what each probability was worth', async () => {
  const report = await reportOf('labels');
  const text = renderReport(report, 'html').content;
  expect(text).toContain('Each class against all others');
  expect(text).toContain('Rows of current by true class (down) and predicted class (across)');
  expect(text.match(/What a probability of .* was worth on the reference/g)!.length).toBeGreaterThan(0);
  expect(text).toContain('&lt;script&gt;alert(1)');
  expect(text).not.toContain('<script>alert');
  expect(text).not.toMatch(/<[^>]* onload="/);
  const section = text.slice(text.indexOf('Estimated performance</h2>'), text.indexOf('Missing values</h2>'));
  expect(section.length).toBeGreaterThan(1000);
  expect(section).not.toMatch(/NaN|undefined|Infinity/);
  expect(section).toContain('realised');
});

test('without labels the terminal has the estimates of each class and nothing realised', async () => {
  const report = await reportOf('none');
  const table = reportTable(report);
  expect(table).toMatch(/=1\+1 +Precision +0\.\d+/);
  expect(table).toContain('each against all others');
  expect(table).not.toContain('realised now');
});
