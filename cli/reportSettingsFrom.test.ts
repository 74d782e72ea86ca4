import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { reportSettings, type ReportSettings, type ReportSettingsInput } from '#shared/domain/settings.ts';
import { optionWords } from '../engine/api/commandFor.ts';
import { addReportOptions } from './commands/report.ts';
import { mergeSettings, settingsFromOptions, type ReportOptions } from './reportSettingsFrom.ts';

function typed(words: readonly string[]): ReportSettings {
  const command = addReportOptions(new Command().exitOverride().configureOutput({ writeErr: () => undefined }));
  command.parse(['current.parquet', ...words], { from: 'user' });
  return reportSettings.parse(settingsFromOptions(command.opts<ReportOptions>()));
}

describe('every setting that a report can bear is typed again by the command it names', () => {
  const cases: Record<string, ReportSettingsInput> = {
    usual: {},
    sections: { sections: ['data-drift', 'performance'] },
    columns: { columns: ['a', 'b,c', 'say "x"', ' d '], ignore: ['e=f'] },
    kinds: { kinds: { a: 'numeric', 'b,c': 'categorical', t: 'text', d: 'datetime', d2: 'datetime', i: 'id' } },
    roles: { roles: { target: 'y', prediction: 'p,q', id: 'i', datetime: 't', weight: 'how much' } },
    'a role and its kind': { roles: { datetime: 't' }, kinds: { t: 'datetime', u: 'datetime' } },
    missing: { missing: ['null', 'infinity', 'empty-string'] },
    'nothing missing': { missing: [] },
    drift: {
      drift: { method: 'psi', methods: { 'a=b': 'ks', 'c,d': 'z' }, threshold: 0.25, thresholds: { a: 1e-7, 'x,y': 2 }, share: 0.1 },
    },
    'one side': { drift: { alternative: 'current-lower' } },
    quantiles: { binning: { kind: 'reference-quantiles', bins: 20 } },
    'fixed edges': { binning: { kind: 'fixed-edges', edges: { a: [-1.5, 0, 1e20], 'b,c': [0, 1] } } },
    adjusted: { drift: { adjust: 'benjamini-hochberg' } },
    'as another system': { compat: 'evidently' },
    model: {
      model: {
        path: '/models/a fare.onnx',
        map: { X: ['a', 'b,c', 'd=e'], 'my input': ['f'] },
        nulls: 'nan',
        fill: { a: '1', 'b,c': 'x', '*': '0' },
      },
    },
    'a model of one input': { model: { path: '/m.onnx', map: { '': ['a', 'b=c', 'd,e'] } } },
    importances: { importances: { a: 0.25, 'b,c': 3, 'd=e': 0 } },
    ranking: {
      ranking: { group: 'user,id', k: [5, 10], predictionIs: 'rank', relevantFrom: 2.5, gain: 'exponential', withoutRelevant: 'zero' },
    },
    fairness: {
      fairness: {
        sensitive: ['sex', 'a=b', 'c,d'],
        privileged: { sex: 'x=y', 'a=b': 'z', 'c,d': '"e"' },
        resamples: 0,
        seed: 3,
        smallGroup: 5,
      },
    },
    outliers: { outliers: { iqrFactor: 3, zLimit: 2.5 } },
    relations: { correlations: { method: 'kendall' }, weakSegments: { minimumShare: 0.1 } },
    multivariate: {
      multivariate: { pieces: 12, keptVariance: 0.8, heldOut: false, classifierRows: 5000, classifierThreshold: 0.7 },
    },
    'a limit from the reference': { multivariate: { classifierThreshold: null } },
    performance: { performance: { task: 'classification', positiveLabel: 'it’s yes', probabilityThreshold: 0.3, topRows: 100 } },
    probabilities: { roles: { target: 'y', probabilities: { 'a=b': 'p a', 'say "x", y': 'p,x', '-1': 'q' } } },
    estimation: { estimation: { chunks: 6, errors: 'boosted' } },
    segments: { segments: { by: ['city', 'a,b'], minimumRows: 5, confidence: 0.9, replicates: 200 } },
    condition: { where: `"a b" > 3 and c <> 'x'` },
    derived: {
      derive: [
        { column: 'y', expression: `"a=b" = 3` },
        { column: 'p q', expression: 'y::int + 1 -- of y' },
        { column: '-say "x" = z', expression: "case when 'a,b' = c then 1 end" },
      ],
    },
    sample: { sample: { rows: 5000, seed: 7 } },
  };
  test.each(Object.entries(cases))('%s', (_, input) => {
    const settings = reportSettings.parse(input);
    expect(typed(optionWords(settings))).toEqual(settings);
  });
});

test('a list may be given in parts', () => {
  expect(typed(['--ignore', 'a,b', '--ignore', 'c']).ignore).toEqual(['a', 'b', 'c']);
});

test.each([
  [['--target', 'a,b'], '--target takes one column'],
  [['--numeric', 'a', '--categorical', 'a'], 'given two kinds'],
  [['--kind', 'a=numberic'], 'Did you mean numeric?'],
  [['--missing', 'nulls'], 'Did you mean null?'],
  [['--binning', 'sturges'], 'is not a binning'],
  [['--binning', 'sturges-pooled:3'], 'only reference-quantiles takes a number'],
  [['--binning', 'reference-quantiles:many'], 'not a number'],
  [['--binning', 'fixed-edges'], 'needs --edges'],
  [['--binning', 'sturges-pooled', '--edges', 'a=0:1'], '--edges goes with'],
  [['--edges', 'a=0:x'], 'not a number'],
  [['--threshold-for', 'a=much'], 'not a number'],
  [['--method-for', 'psi'], 'COLUMN=VALUE'],
  [['--probability', 'a=p,a=q'], 'given two columns'],
  [['--seed', '3'], '--seed goes with --sample'],
])('%j is refused with a reason', (words, reason) => {
  expect(() => typed(words)).toThrow(expect.objectContaining({ code: 'E_USAGE', message: expect.stringContaining(reason) }));
});

test('the command line wins over the configuration; what is said by column is joined', () => {
  const merged = mergeSettings(
    { ignore: ['a'], missing: ['null'], drift: { method: 'ks', thresholds: { a: 1, b: 2 } }, roles: { id: 'i' } },
    settingsFromOptions({ ignore: ['b'], thresholdFor: ['b=3'], target: ['y'] }),
  );
  expect(reportSettings.parse(merged)).toMatchObject({
    ignore: ['b'],
    missing: ['null'],
    drift: { method: 'ks', thresholds: { a: 1, b: 3 } },
    roles: { id: 'i', target: 'y' },
  });
});
