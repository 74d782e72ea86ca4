import { describe, expect, it } from 'vitest';
import { reportSettings } from '../../shared/domain/settings.ts';
import { chosenColumns, withColumn } from './columnChoices.ts';

const settings = reportSettings.parse({ kinds: { a: 'numeric' }, drift: { thresholds: { a: 0.3, b: 0.2 } } });

describe('what is chosen for one column', () => {
  it('changes that column only', () => {
    const next = withColumn(settings, 'a', { method: 'psi', threshold: null });
    expect(next.kinds).toEqual({ a: 'numeric' });
    expect(next.drift.methods).toEqual({ a: 'psi' });
    expect(next.drift.thresholds).toEqual({ b: 0.2 });
    expect(settings.drift.thresholds).toEqual({ a: 0.3, b: 0.2 });
  });

  it('may be a column called like something every object has', () => {
    const next = withColumn(settings, 'constructor', { kind: 'text' });
    expect(next.kinds).toEqual({ a: 'numeric', constructor: 'text' });
    expect(chosenColumns(next)).toEqual(['a', 'b', 'constructor']);
  });
});
