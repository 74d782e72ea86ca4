import { beforeAll, describe, expect, test } from 'vitest';
import type { DriftReport } from '#shared/domain/report.ts';
import { sections } from '#shared/domain/sections.ts';
import { everythingReport } from '../../../fixtures/reports/everythingReport.ts';
import { expectGolden } from '../../../fixtures/reports/expectGolden.ts';
import { makeReport } from '../../../fixtures/reports/makeReport.ts';
import { plainSections } from '../plainSections.ts';
import { renderReport } from '../renderReport.ts';

const markdown = (report: DriftReport): string => renderReport(report, 'md').content;

/** The lines of every table, by the title over it. */
function tablesOf(content: string): Map<string, string[]> {
  const parts = content.split(/^## /m).map((part) => part.split('\n'));
  return new Map(parts.map(([title, ...lines]) => [title ?? '', lines.filter((line) => line.startsWith('|'))]));
}

/** How many cells a line of a table has, read as GitHub does: an escaped pipe is text. */
const cells = (line: string): number => (line.replaceAll(/\\./g, '').match(/\|/g)?.length ?? 0) - 1;

describe('a report with every section', () => {
  let everything: DriftReport;
  let content: string;
  beforeAll(async () => {
    everything = await everythingReport();
    content = markdown(everything);
  }, 60_000);

  test('looks as it looked before', () => {
    expectGolden('golden.md', content);
  });

  test('tells every section under its label, and none that was not asked for', () => {
    const titles = [...content.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    const labels = plainSections.all.map(({ id }) => sections.get(id)!.label);
    expect(new Set(plainSections.all.map(({ id }) => id))).toEqual(new Set(sections.all.map(({ id }) => id)));
    expect(titles).toEqual(['Look at these first', ...labels]);
    const few = structuredClone(everything);
    few.settings.sections = ['outliers'];
    expect([...markdown(few).matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(['Look at these first', 'Outliers']);
  });

  test('has tables whose rows have as many cells as their head, whatever the data hold', () => {
    const blocks = content
      .trimEnd()
      .split('\n\n')
      .filter((block) => block.startsWith('|'));
    expect(blocks.length).toBeGreaterThan(18);
    for (const block of blocks) expect(new Set(block.split('\n').map(cells)).size, block).toBe(1);
    expect(content).toContain('| amount \\| of \\`it\\` |');
    expect(content).not.toMatch(/<b>/);
  });

  test('holds no number that is none', () => {
    expect(content).not.toMatch(/\bNaN\b(?!$)|undefined|\[object/m);
  });
});

test('names stay text: no table, link, tag, title, rule or list comes of them', () => {
  const hostile = structuredClone(makeReport({ columns: 20, seed: 7 }));
  const name = '- a|b\n| c | <b> `x` [l](http://x) www.x.org \\';
  hostile.dataDrift.columns[0]!.column = name;
  hostile.findings = [{ severity: 'broken', code: 'column-failed', column: name, sentence: name }];
  const content = markdown(hostile);
  const lines = tablesOf(content).get('Data drift')!;
  expect(lines).toHaveLength(22);
  for (const line of lines) expect(cells(line)).toBe(7);
  expect(content).not.toMatch(/<(?:b|img)|\]\(|http:|www\.x/);
});

test('long tables and lists of findings say how much more there is', () => {
  const wide = makeReport({ columns: 200, seed: 7 });
  wide.findings = Array.from({ length: 50 }, (_, i) => ({
    severity: 'note',
    code: 'infinite-values',
    column: null,
    sentence: `Finding ${i}.`,
  }));
  const content = markdown(wide);
  expect(tablesOf(content).get('Data drift')).toHaveLength(32);
  expect(content).toContain('\n\n… and 170 more columns\n');
  expect(content.match(/^- Finding/gm)).toHaveLength(30);
  expect(content).toContain('\n\n… and 20 more findings\n');
});

test('fits one comment: sections that no longer fit are named', () => {
  const long = makeReport({ columns: 2, seed: 7 });
  long.findings = Array.from({ length: 30 }, () => ({
    severity: 'note',
    code: 'infinite-values',
    column: null,
    sentence: 'word '.repeat(399),
  }));
  const content = markdown(long);
  expect(content.length).toBeLessThan(65_536);
  expect(content).toContain('Left out here for their length: Data drift, Missing values. The report as HTML has them.');
});

test('every number of a sample is marked', () => {
  const sampled = { ...structuredClone(makeReport({ columns: 20, seed: 7 })), exact: false };
  const scores = tablesOf(markdown(sampled))
    .get('Data drift')!
    .filter((line) => /Wasserstein|Kolmogorov|Jensen/.test(line));
  expect(scores.length).toBeGreaterThan(10);
  expect(scores.every((line) => line.includes('≈ '))).toBe(true);
});
