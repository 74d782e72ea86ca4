import { expect, test } from 'vitest';
import { makeReport } from '../../fixtures/reports/makeReport.ts';
import { buildDocument } from './buildDocument.ts';
import { formatMarkdown } from './formats/formatMarkdown.ts';
import { toHtml } from './html.ts';
import { reportTable } from './reportTable.ts';

const plain = makeReport({ columns: 8, seed: 5 });
const compat = { ...plain, settings: { ...plain.settings, compat: 'evidently' as const } };
const line = 'compat: numbers as in Evidently 0.7, its quirks included';

test.each([
  ['terminal', reportTable],
  ['HTML', (report: typeof plain) => toHtml(buildDocument(report))],
  ['Markdown', formatMarkdown],
] as const)('the head of a report in compat mode says so: %s', (_, write) => {
  expect(write(compat)).toContain(line);
  expect(write(plain)).not.toContain('compat');
});

test('a folded column has the strip of sizes and its sentence', () => {
  const html = toHtml(buildDocument(plain));
  expect(html.match(/<div class="strip">/g)?.length).toBeGreaterThan(1);
  expect(html).toContain('100,000 rows a side: ');
  expect(html).not.toContain('style="');
});
