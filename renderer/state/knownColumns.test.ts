import { describe, expect, it } from 'vitest';
import { reportSettings } from '../../shared/domain/settings.ts';
import { withKnownColumns } from './knownColumns.ts';

const settings = reportSettings.parse({
  columns: ['a', 'gone'],
  ignore: ['b', 'lost'],
  kinds: { a: 'numeric', gone: 'text' },
  roles: { target: 'a', prediction: 'score', weight: 'b' },
  drift: { method: 'psi', methods: { gone: 'ks' }, thresholds: { b: 0.1 } },
  binning: { kind: 'fixed-edges', edges: { a: [0, 1], lost: [0, 1] } },
  where: 'gone > 1',
});

describe('settings for other data', () => {
  it('lose what they say of columns that are not there, and name those', () => {
    const { settings: kept, unknown } = withKnownColumns(settings, new Set(['a', 'b']));
    expect(kept).toEqual(
      reportSettings.parse({
        columns: ['a'],
        ignore: ['b'],
        kinds: { a: 'numeric' },
        roles: { target: 'a', weight: 'b' },
        drift: { method: 'psi', thresholds: { b: 0.1 } },
        binning: { kind: 'fixed-edges', edges: { a: [0, 1] } },
        where: 'gone > 1',
      }),
    );
    expect([...unknown].sort()).toEqual(['gone', 'lost', 'score']);
  });

  it('compare all columns where none of the chosen ones is there', () => {
    expect(withKnownColumns(settings, new Set(['z'])).settings.columns).toBeNull();
  });

  it('stay the same where every column is there', () => {
    const all = new Set(['a', 'b', 'gone', 'lost', 'score']);
    expect(withKnownColumns(settings, all)).toEqual({ settings, unknown: [] });
  });
});

it('keeps what a model predicts, since it brings the columns itself', () => {
  const scored = reportSettings.parse({
    model: { path: 'm.onnx' },
    roles: { target: 'gone', prediction: 'prediction', probabilities: { yes: 'probability_yes' } },
  });
  const { settings: kept, unknown } = withKnownColumns(scored, new Set(['a']));
  expect(unknown).toEqual(['gone']);
  expect(kept.roles).toMatchObject({ target: null, prediction: 'prediction', probabilities: { yes: 'probability_yes' } });
  expect(withKnownColumns({ ...scored, model: null }, new Set(['a'])).unknown).toContain('prediction');
});
