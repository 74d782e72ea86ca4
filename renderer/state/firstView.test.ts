import { describe, expect, it } from 'vitest';
import { firstView } from './firstView.ts';

const a = { path: '/a' };
const b = { path: '/b' };
const run = { id: 'r', reference: a, current: b };

describe('a freshly opened window', () => {
  it('shows the report of what is chosen, or makes it', () => {
    expect(firstView({ reference: a, current: b, recent: [] }, [run])).toEqual({ kind: 'report', id: 'r' });
    expect(firstView({ reference: b, current: a, recent: [] }, [run])).toEqual({ kind: 'compare' });
  });

  it('opens the sample only where nothing was ever done', () => {
    const nothing = { reference: null, current: null, recent: [] };
    expect(firstView(nothing, [])).toEqual({ kind: 'sample' });
    expect(firstView(nothing, [run])).toEqual({ kind: 'home' });
    expect(firstView({ ...nothing, reference: a }, [])).toEqual({ kind: 'home' });
    expect(firstView({ ...nothing, recent: [{ reference: a, current: b, usedAt: '' }] }, [])).toEqual({ kind: 'home' });
  });
});
