import { expect, test } from 'vitest';
import { makeReport } from '../../../fixtures/reports/makeReport.ts';
import { runSuite } from '../../checks/runSuite.ts';
import { renderSuite } from './renderSuite.ts';

const run = runSuite({ presets: ['data-stability'] }, makeReport({ columns: 12, seed: 7 }));

test('a test run lists every check', () => {
  const html = renderSuite(run, 'html').content;
  expect(html.match(/<tr id="check-/g)).toHaveLength(run.results.length);
  expect(html).not.toContain('not listed here');
});

test('a run of twelve thousand checks stays a page that opens: what fails is listed, the rest is counted', () => {
  const results = Array.from({ length: 12_000 }, (_, i) => ({
    ...run.results[i % run.results.length]!,
    id: `check ${i}`,
    status: i === 11_999 ? ('fail' as const) : ('pass' as const),
  }));
  const html = renderSuite({ ...run, results }, 'html').content;
  expect(html.length).toBeLessThan(1_000_000);
  expect(html).toContain('11,000 more are not listed here');
  expect(html).toContain('<tr id="check-12000">');
});
