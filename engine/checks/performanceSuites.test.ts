import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReportSettingsInput } from '#shared/domain/settings.ts';
import type { Bound, CheckResult } from '#shared/domain/suite.ts';
import { reportOf } from '../../fixtures/conformance/checkedPair.ts';
import { sharedData } from '../../fixtures/realData/sharedData.ts';
import { runSuite } from './runSuite.ts';

interface TheirTest {
  readonly name: string;
  readonly status: string;
  readonly parameters: {
    readonly value?: number;
    readonly label?: string;
    readonly condition?: Record<string, number | { value: number; relative: number; absolute: number }>;
  };
}

const folder = `${sharedData}/oracles/evidently`;
const present = existsSync(`${folder}/legacy_outputs.json`);
const outputs = present
  ? (JSON.parse(readFileSync(`${folder}/legacy_outputs.json`, 'utf8').replaceAll(/-?\b(?:NaN|Infinity)\b/g, 'null')) as Record<
      string,
      { tests: TheirTest[] }
    >)
  : {};
const note = present ? '' : ' (skipped: ../shared is not there)';

const ours: Readonly<Record<string, string>> = {
  'Mean Error (ME)': 'metric-value:mean-error',
  'Mean Absolute Error (MAE)': 'metric-value:mae',
  'Root Mean Square Error (RMSE)': 'metric-value:rmse',
  'Mean Absolute Percentage Error (MAPE)': 'metric-value:mape',
  'ROC AUC Score': 'metric-value:roc-auc',
  'Logarithmic Loss': 'metric-value:log-loss',
  'Accuracy Score': 'metric-value:accuracy',
  'Precision Score': 'metric-value:precision',
  'Recall Score': 'metric-value:recall',
  'F1 Score': 'metric-value:f1',
  'Precision Score by Class': 'class-metric:precision',
  'Recall Score by Class': 'class-metric:recall',
  'Number of Rows': 'number-of-rows',
};
const named = (names: readonly string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, name]));

const cases: readonly { preset: string; key: string; data: string; settings: ReportSettingsInput }[] = [
  { preset: 'regression', key: 'RegressionTestPreset', data: 'reg', settings: { roles: { target: 'target', prediction: 'prediction' } } },
  {
    preset: 'binary',
    key: 'BinaryClassificationTestPreset',
    data: 'cls',
    settings: { roles: { target: 'target', prediction: 'prediction' } },
  },
  {
    preset: 'multi-class',
    key: 'MulticlassClassificationTestPreset',
    data: 'mc',
    settings: { roles: { target: 'target', probabilities: named(['cat', 'dog', 'fox']) } },
  },
];

const idOf = ({ name, parameters }: TheirTest): string => [ours[name], parameters.label].filter((part) => part !== undefined).join(',');
/** Theirs is in per cent. */
const unit = ({ name }: TheirTest): number => (name.includes('MAPE') ? 100 : 1);
const boundOf = ({ condition }: CheckResult): Bound | undefined => Object.values(condition ?? {})[0] as Bound | undefined;
const numberOf = (bound: Bound | undefined): number => (typeof bound === 'object' ? bound.value : Number(bound));

/** Their condition has two sides; of ours only the one that is worse remains. */
function compare(theirs: TheirTest, found: CheckResult | undefined): void {
  const { value, condition = {} } = theirs.parameters;
  expect(found?.value).toBeCloseTo(value! / unit(theirs), 12);
  const wanted = Object.values(condition)[0]!;
  const bound = boundOf(found!);
  expect(numberOf(bound)).toBeCloseTo((typeof wanted === 'number' ? wanted : wanted.value) / unit(theirs), 9);
  if (typeof wanted === 'object' && wanted.relative > 1e-6) expect(bound).toMatchObject({ relative: wanted.relative });
  if (typeof wanted === 'object' && wanted.absolute > 1e-6)
    expect(numberOf((bound as { absolute: number }).absolute)).toBeCloseTo(wanted.absolute, 12);
  expect(found!.status).toBe(theirs.status === 'SUCCESS' ? 'pass' : 'fail');
}

const temporary = mkdtempSync(join(tmpdir(), 'driftglass-suites-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

describe.skipIf(!present)(`presets on the model ask and answer as Evidently’s do${note}`, () => {
  for (const { preset, key, data, settings } of cases)
    it(preset, async () => {
      const report = await reportOf(`${folder}/${data}_ref.csv`, `${folder}/${data}_cur.csv`, settings);
      const { results } = runSuite({ presets: [preset] }, report);
      const compared = outputs[`legacy_suite/${key}`]!.tests.filter(({ name }) => name in ours);
      for (const theirs of compared)
        compare(
          theirs,
          results.find(({ id }) => id === idOf(theirs)),
        );
      const drift = results.find(({ check }) => check === 'column-drift');
      const theirs = outputs[`legacy_suite/${key}`]!.tests.find(({ name }) => name === 'Drift per Column');
      expect(drift?.status).toBe(theirs === undefined ? undefined : theirs.status === 'SUCCESS' ? 'pass' : 'fail');
    });

  it('against a reference that has no target: errors must be below those of the best constants', async () => {
    const [head, ...rows] = readFileSync(`${folder}/reg_ref.csv`, 'utf8').trim().split('\n');
    const reference = join(temporary, 'reference.csv');
    writeFileSync(reference, [head!, ...rows].map((line) => line.split(',').slice(0, -2).join(',')).join('\n') + '\n');
    const report = await reportOf(reference, `${folder}/reg_cur.csv`, { roles: { target: 'target', prediction: 'prediction' } });
    const { results } = runSuite({ presets: ['regression'] }, report);
    for (const theirs of outputs['legacy_suite/RegressionTestPreset_noref']!.tests)
      compare(
        theirs,
        results.find(({ id }) => id === idOf(theirs)),
      );
  });
});

describe('what a check on the model says', () => {
  const write = (name: string, rows: readonly string[]): string => {
    const path = join(temporary, name);
    writeFileSync(path, `truth,guess,chance\n${rows.join('\n')}\n`);
    return path;
  };
  const good = Array.from({ length: 40 }, (_, i) => (i % 4 === 0 ? 'leaves,leaves,0.9' : 'stays,stays,0.2'));
  const bad = Array.from({ length: 40 }, (_, i) =>
    i % 4 === 0 ? `leaves,${i % 8 === 0 ? 'leaves' : 'stays'},0.${i % 8 === 0 ? 8 : 1}` : 'stays,stays,0.2',
  );
  const settings = { roles: { target: 'truth', prediction: 'guess', probabilities: { leaves: 'chance' } } };

  it('names its number, and never fails what is better', async () => {
    const [before, after] = [write('good.csv', good), write('bad.csv', bad)];
    const checks = [
      { check: 'metric-value' },
      { check: 'class-metric', params: { metric: 'recall', class: 'leaves' } },
      { check: 'top-metric' },
    ];
    const worse = runSuite({ checks }, await reportOf(before, after, settings)).results;
    expect(worse.map(({ status }) => status)).toEqual(['pass', 'fail', 'pass']);
    expect(worse[1]!.sentence).toBe('The recall of the class leaves is 0.5; expected is at least 1 ± 0.2.');
    expect(worse[2]!.sentence).toContain('The precision of the 4 most probable rows is 1');
    const better = runSuite({ checks: [...checks, { check: 'class-metric' }] }, await reportOf(after, before, settings)).results;
    expect(better.map(({ status }) => status)).toEqual(['pass', 'pass', 'pass', 'pass']);
    expect(better[3]!.sentence).toContain('The F1 of the worst class is 1 (leaves)');
  });

  it('says why it has no answer', async () => {
    const path = write('again.csv', good);
    const without = runSuite({ checks: [{ check: 'metric-value' }], presets: ['top-k'] }, await reportOf(path, path)).results;
    const main = without.find(({ id }) => id === 'metric-value:main')!;
    expect(main.status).toBe('error');
    expect(main.sentence).toContain('name the columns of its target and its prediction');
    expect(without.filter(({ check }) => check === 'top-metric').map(({ status }) => status)).toEqual(Array(4).fill('skipped'));
    const labels = { roles: { target: 'truth', prediction: 'guess' } };
    const ofLabels = runSuite(
      { checks: [{ check: 'metric-value', params: { metric: 'mae' } }], presets: ['binary'] },
      await reportOf(path, path, labels),
    );
    expect(ofLabels.results.find(({ id }) => id === 'metric-value:roc-auc')).toMatchObject({ status: 'skipped' });
    expect(ofLabels.results.find(({ id }) => id === 'metric-value:mae')!.sentence).toContain('not a metric of classification');
  });
});
