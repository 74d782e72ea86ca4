import { describe, expect, it } from 'vitest';
import { formatDerived, parseDerived } from './derivedText.ts';

describe('derived columns as text', () => {
  it('come back the same', () => {
    const derive = [
      { column: 'minutes', expression: 'seconds / 60' },
      { column: 'a=b', expression: "case when x = 1 then 'y' end" },
    ];
    expect(parseDerived(formatDerived(derive))).toEqual({ ok: true, derive });
    expect(parseDerived('\n\n')).toEqual({ ok: true, derive: [] });
  });

  it('stand in one line each, without the comments between', () => {
    expect(formatDerived([{ column: 'x', expression: 'a -- the first\n  + b' }])).toBe('x = a + b');
  });

  it.each(['minutes', 'minutes =', '= 3', '"open = 3'])('say which line is wrong: %s', (line) => {
    expect(parseDerived(`a = 1\n${line}`)).toMatchObject({ ok: false, problem: expect.stringMatching(/^Line 2: /) as string });
  });
});
