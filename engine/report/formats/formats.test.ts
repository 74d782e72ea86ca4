import Ajv2020 from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeReport } from '../../../fixtures/reports/makeReport.ts';
import { unexplainedNulls } from '../../../fixtures/reports/unexplainedNulls.ts';
import { renderReport } from '../renderReport.ts';
import { reportJsonSchema } from '../reportJsonSchema.ts';

const report = makeReport({ columns: 20, seed: 7 });

describe('JSON', () => {
  const content = renderReport(report, 'json').content;

  test('is the report itself and ends with a line break', () => {
    expect(JSON.parse(content)).toEqual(report);
    expect(content.endsWith('}\n')).toBe(true);
  });

  test('has its keys in the order of the schema, however the report was put together', () => {
    const turned = Object.fromEntries(Object.entries(report).reverse()) as typeof report;
    expect(renderReport(turned, 'json').content).toBe(content);
  });

  test('keeps to the published schema, which refuses what does not', () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(reportJsonSchema());
    expect(validate(JSON.parse(content)), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...report, dataDrift: { ...report.dataDrift, numberOfColumns: 'many' } })).toBe(false);
  });

  test('gives every null number its reason, and no reason to a number that is there', () => {
    expect(unexplainedNulls(JSON.parse(content))).toEqual([]);
    expect(unexplainedNulls({ a: null, b: 1, reasons: { b: 'constant' } })).toEqual(['$.a', '$.reasons.b']);
  });
});

/** Reads RFC 4180, strictly enough to catch a writer's mistakes. */
function parseCsv(content: string): string[][] {
  const rows: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (field.lastIndex < content.length) {
    const found = field.exec(content);
    if (found === null) throw new Error('not CSV');
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('CSV', () => {
  const rows = parseCsv(renderReport(report, 'csv').content);

  test('has a head and one line a column, all equally long, in the order of the data', () => {
    expect(rows).toHaveLength(21);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([rows[0]?.length]));
    expect(rows[1]?.[0]).toBe('trip_distance');
  });

  test('has the columns that docs/formats.md explains, in their order', () => {
    const page = readFileSync(new URL('../../../docs/formats.md', import.meta.url), 'utf8');
    const explained = [...page.split('## CSV')[1]!.matchAll(/^\| ((?:`\w+`(?:, )?)+) \|/gm)].flatMap(([, names]) => names!.match(/\w+/g)!);
    expect(explained).toEqual(rows[0]);
  });

  test('holds numbers in full', () => {
    const column = report.dataDrift.columns[0]!;
    expect(Number(rows[1]?.[rows[0]!.indexOf('driftScore')])).toBe(column.driftScore);
  });

  test('never begins a cell with what a spreadsheet would run', () => {
    const cells = rows.flat().filter((cell) => Number.isNaN(Number(cell)));
    expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
    expect(cells).toContain(`'=HYPERLINK("x")`);
  });
});

test('every format has a name that every system can save and its type', () => {
  const named = structuredClone(report);
  named.current.name = '../..\\ta/xi: 2022*?"<>|.parquet';
  expect(renderReport(named, 'md')).toMatchObject({ fileName: 'drift-ta-xi-2022.md', mimeType: 'text/markdown; charset=utf-8' });
  named.current.name = '...';
  expect(renderReport(named, 'csv').fileName).toBe('drift-report.csv');
});
