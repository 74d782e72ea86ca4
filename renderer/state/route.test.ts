import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute } from './route.ts';

describe('the address of a view', () => {
  it('is home when it is empty', () => {
    expect(parseRoute('')).toEqual({ page: 'home', id: null, query: {} });
    expect(parseRoute('#/')).toEqual({ page: 'home', id: null, query: {} });
  });

  it('comes back the same for names that hold every separator', () => {
    const route = { page: 'report', id: 'a/b?c#d%', query: { column: 'tip & fee = "x"#1?', filter: 'ü 100 %' } };
    expect(parseRoute(formatRoute(route))).toEqual(route);
  });

  it('leaves out what is empty', () => {
    expect(formatRoute({ page: 'report', id: 'r1', query: { column: '', tab: 'drifted' } })).toBe('#/report/r1?tab=drifted');
    expect(formatRoute({ page: 'data', id: null, query: {} })).toBe('#/data');
  });

  it('survives a broken escape in a hand-typed address', () => {
    expect(parseRoute('#/report/%E0%A4%A?filter=%zz')).toMatchObject({ page: 'report', id: '%E0%A4%A' });
  });
});
