import { expect, test } from 'vitest';
import { makeReport } from '../../fixtures/reports/makeReport.ts';
import { displayWidth, fitted } from './displayWidth.ts';
import { reportTable } from './reportTable.ts';

const report = makeReport({ columns: 20, seed: 7 });

/** The lines of the table itself, between the two empty lines. */
function tableOf(text: string): string[] {
  return text.split('\n\n')[1]?.split('\n') ?? [];
}

test('has one line a column under its head, worst first, and fits the terminal', () => {
  for (const width of [200, 120, 100, 80, 60, 40]) {
    const lines = tableOf(reportTable(report, { width }));
    expect(lines).toHaveLength(21);
    expect(lines[1]).toMatch(/^▲ drifted/);
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  }
});

test('loses its lightest columns first where the terminal is narrow, never the verdict', () => {
  expect(tableOf(reportTable(report, { width: 160 }))[0]).toMatch(
    /^verdict +column +kind +reference +current +method +score +threshold +missing$/,
  );
  expect(tableOf(reportTable(report, { width: 60 }))[0]).toMatch(/^verdict +column +score/);
  expect(tableOf(reportTable(report, { width: 60 }))[0]).not.toMatch(/reference|missing/);
});

test('stays aligned with names of wide and combining characters', () => {
  const wide = structuredClone(report);
  wide.dataDrift.columns[0]!.column = '走行距離';
  wide.dataDrift.columns[2]!.column = 'cafe\u0301';
  const lines = tableOf(reportTable(wide, { width: 160 }));
  const kindAt = displayWidth(lines[0]!.slice(0, lines[0]!.indexOf('kind')));
  for (const name of ['走行距離', 'cafe\u0301']) {
    const line = lines.find((each) => each.includes(name))!;
    expect(displayWidth(line.slice(0, line.search(/numeric|categorical/)))).toBe(kindAt);
  }
});

test('lets no name steer the terminal', () => {
  const hostile = structuredClone(report);
  hostile.dataDrift.columns[0]!.column = '\u001b[31mred\u0007\u202e\r\nx';
  hostile.current.name = '\u001b]0;title\u0007';
  hostile.findings[0]!.sentence = 'line\u001b[2J';
  expect(reportTable(hostile)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
});

test('paints only what it is asked to paint, and painting changes no other character', () => {
  const painted = reportTable(report, { paint: (text, tone) => `{${tone}:${text}}` });
  expect(painted).toContain('{broken:▲ drifted');
  expect(painted.replaceAll(/\{\w+:|\}/g, '').replaceAll(/ +$/gm, '')).toBe(reportTable(report).replaceAll(/ +$/gm, ''));
});

test('marks every score of a sample', () => {
  const sampled = { ...structuredClone(report), exact: false };
  const scores = tableOf(reportTable(sampled, { width: 160 })).filter((line) => /Wasserstein|Kolmogorov|Jensen/.test(line));
  expect(scores.every((line) => line.includes('≈ '))).toBe(true);
  expect(scores.length).toBeGreaterThan(10);
});

test('texts are cut in their middle to cells, not to characters', () => {
  expect(fitted('走行距離列', 7)).toBe('走行…列');
  expect(displayWidth(fitted('走行距離列', 6))).toBeLessThanOrEqual(6);
  expect(fitted('abc', 3)).toBe('abc');
});
