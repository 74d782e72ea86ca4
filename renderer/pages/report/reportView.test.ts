import { describe, expect, it } from 'vitest';
import { makeReport } from '../../../fixtures/reports/makeReport.ts';
import { asTab, columnsOn, formatSorting, matches, parseSorting, viewOf } from './reportView.ts';

const view = viewOf(makeReport({ columns: 40, seed: 7 }));

describe('the view of a report', () => {
  it('counts on each tab what the tab then shows', () => {
    expect(columnsOn(view, 'all', '')).toHaveLength(view.counts.all);
    expect(columnsOn(view, 'drifted', '')).toHaveLength(view.counts.drifted);
    expect(columnsOn(view, 'attention', '')).toHaveLength(view.counts.attention);
    expect(view.counts.drifted).toBe(view.report.dataDrift.numberOfDriftedColumns);
    expect(view.counts.drifted).toBeGreaterThan(0);
  });

  it('begins with the drifted columns', () => {
    const firsts = columnsOn(view, 'all', '').slice(0, view.counts.drifted);
    expect(firsts.every((column) => column.drifted)).toBe(true);
  });

  it('lists only columns with something missing, the greatest rise first', () => {
    const rises = view.missing.map(({ reference, current }) => (current?.share ?? 0) - (reference?.share ?? 0));
    expect(rises).toEqual([...rises].sort((a, b) => b - a));
    expect(view.missing.every(({ reference, current }) => (reference?.missing ?? 0) + (current?.missing ?? 0) > 0)).toBe(true);
  });

  it('filters by every word, in the name, the kind or the method', () => {
    const [first] = view.ordered;
    if (first === undefined) throw new Error('the made report has columns');
    expect(columnsOn(view, 'all', first.column.toUpperCase())).toContain(first);
    expect(
      columnsOn(view, 'all', 'categorical').every(({ kind, column }) => kind === 'categorical' || column.includes('categorical')),
    ).toBe(true);
    expect(columnsOn(view, 'all', 'no such name anywhere')).toEqual([]);
    expect(matches('', 'anything')).toBe(true);
    expect(matches('fare num', 'fare_amount', 'numeric')).toBe(true);
    expect(matches('fare cat', 'fare_amount', 'numeric')).toBe(false);
  });
});

describe('the order in the address', () => {
  it('comes back the same, also for a column id with a dot', () => {
    for (const text of ['score.desc', 'column.asc', 'a.b.desc']) expect(formatSorting(parseSorting(text))).toBe(text);
  });

  it('is the worst first where it says nothing sensible', () => {
    expect(parseSorting(undefined)).toEqual([]);
    expect(parseSorting('score.sideways')).toEqual([]);
    expect(formatSorting([])).toBe('');
    expect(asTab('nonsense')).toBe('all');
  });
});
