import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DriftReport } from '#shared/domain/report.ts';
import { reportOf } from '../../fixtures/conformance/checkedPair.ts';
import { makeDataFolder, type DataFolder } from '../../fixtures/data/writeData.ts';
import { renderReport } from './renderReport.ts';
import { reportTable } from './reportTable.ts';

let data: DataFolder;
let report: DriftReport;
beforeAll(async () => {
  data = makeDataFolder();
  const rows = (shift: number): string =>
    `select i::double as "<script>alert(1)</script>", (i * 37 % 101)::double + ${shift} * i as "a ""b"" 'c'", i % 3 as kind, 'x<' || (i % 4) as tag, i::double as y, i::double + (case when i % 3 = 1 then 30 else 1 end) as guess from range(800) t(i)`;
  const [reference, current] = [await data.write('before.parquet', rows(0)), await data.write('after.parquet', rows(1))];
  report = await reportOf(reference, current, {
    sections: ['correlations', 'target-leakage', 'weak-segments'],
    roles: { target: 'y', prediction: 'guess' },
  });
});
afterAll(() => data.remove());

describe('the sections on relations', () => {
  it('stand on the page, with names and conditions made harmless', () => {
    const html = renderReport(report, 'html').content;
    for (const title of ['Correlations', 'Target leakage', 'Weak segments']) expect(html).toContain(`-title">${title}</h2>`);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&quot;kind&quot; = 1');
    const own = ['correlations', 'target-leakage', 'weak-segments'].map(
      (id) => html.split(`<section id="${id}" `)[1]!.split('</section>')[0]!,
    );
    expect(own.join('').length).toBeLessThan(60_000);
    expect(own.join('')).not.toMatch(/NaN|undefined/);
  });

  it('stand in the terminal’s table', () => {
    const table = reportTable(report, { width: 100 });
    expect(table).toContain('Target leakage  how well each feature alone predicts y');
    expect(table).toMatch(/<script>alert\(1\)<\/script> +0\.9\d +0\.9\d/);
    expect(table).toMatch(/hang together otherwise than in the reference: most of all/);
    expect(table).toMatch(/on both sides:\n +--where '"kind" = 1'/);
    expect(table).toMatch(/\(33\.4 %\) +30 +30 +< 0\.001 {2}"kind" = 1/);
  });
});
