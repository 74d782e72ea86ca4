import { describe, expect, it } from 'vitest';
import { formatEdges, parseEdges } from './edgesText.ts';

describe('bin edges as text', () => {
  it('come back the same', () => {
    const edges = { fare: [0, 10, 25.5], 'ratio: a': [-1, 1e6] };
    expect(parseEdges(formatEdges(edges))).toEqual({ ok: true, edges });
    expect(parseEdges('\n\n')).toEqual({ ok: true, edges: {} });
  });

  it('say which line is wrong, and why', () => {
    const problem = (text: string): string => {
      const parsed = parseEdges(text);
      return parsed.ok ? '' : parsed.problem;
    };
    expect(problem('a: 1, 2\nb 1, 2')).toMatch(/^Line 2: begin with the column/);
    expect(problem('a: 1, x')).toMatch(/must be numbers/);
    expect(problem('a: 1,, 2')).toMatch(/must be numbers/);
    expect(problem('a: 1')).toMatch(/at least two/);
    expect(problem('a: 1, 1')).toMatch(/must ascend/);
  });
});
