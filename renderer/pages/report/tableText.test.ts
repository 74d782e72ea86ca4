import { describe, expect, it } from 'vitest';
import { makeReport } from '../../../fixtures/reports/makeReport.ts';
import { tableText } from './tableText.ts';

const [first, ...rest] = makeReport({ columns: 6, seed: 3 }).dataDrift.columns;
if (first === undefined) throw new Error('the made report has columns');
const hostile = { ...first, column: '=cmd|"a",b\nc <img>' };

describe('the table on the clipboard', () => {
  it('has one line a column, with all digits', () => {
    const parsed = JSON.parse(tableText([first, ...rest], 'json')) as { column: string; driftScore: number | null }[];
    expect(parsed.map(({ column }) => column)).toEqual([first, ...rest].map(({ column }) => column));
    expect(parsed[0]?.driftScore).toBe(first.driftScore);
  });

  it('keeps a hostile name in its cell and from being a formula', () => {
    const csv = tableText([hostile], 'csv');
    expect(csv).toContain(`"'=cmd|""a"",b\nc <img>",`);
    const [, , line] = tableText([hostile], 'md').split('\n');
    expect(line).toContain('| =cmd\\|"a",b c &lt;img> |');
  });
});
