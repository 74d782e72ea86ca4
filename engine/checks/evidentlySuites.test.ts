import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CompatSetting } from '#shared/domain/compat.ts';
import type { DriftReport } from '#shared/domain/report.ts';
import type { CheckResult, Condition } from '#shared/domain/suite.ts';
import { reportOf } from '../../fixtures/conformance/checkedPair.ts';
import { sharedData } from '../../fixtures/realData/sharedData.ts';
import { runSuite } from './runSuite.ts';

interface TheirTest {
  readonly name: string;
  readonly status: string;
  readonly description: string;
  readonly parameters: {
    readonly column_name?: string;
    readonly value?: number;
    readonly condition?: Record<string, number | { value: number; relative: number; absolute: number }>;
  };
}

const folder = `${sharedData}/oracles/evidently`;
const outputs = existsSync(`${folder}/legacy_outputs.json`)
  ? (JSON.parse(readFileSync(`${folder}/legacy_outputs.json`, 'utf8').replaceAll(/-?\b(?:NaN|Infinity)\b/g, 'null')) as Record<
      string,
      { tests: TheirTest[] }
    >)
  : {};
const note = Object.keys(outputs).length === 0 ? ' (skipped: ../shared is not there)' : '';

const ours: Readonly<Record<string, string>> = {
  'Number of Rows': 'number-of-rows',
  'Number of Columns': 'number-of-columns',
  'Column Types': 'column-types',
  'The Share of Missing Values in a Column': 'column-missing-share',
  'Share of Out-of-Range Values': 'out-of-range-share',
  'Share of Out-of-List Values': 'out-of-list-share',
  'Mean Value Stability': 'mean-in-sigmas',
  'Share of the Most Common Value': 'most-common-share',
  'Number of Constant Columns': 'constant-columns',
  'Number of Duplicate Columns': 'duplicated-columns',
  'Number of Duplicate Rows': 'duplicated-rows-count',
  'Share of Drifted Columns': 'drifted-columns-share',
  'Drift per Column': 'column-drift',
};

/** Where ours differs on purpose; docs/checks/README.md says why, by these numbers. */
const deliberate: Readonly<Record<string, number>> = {
  'out-of-range-share:income': 1,
  'mean-in-sigmas:const': 2,
  'mean-in-sigmas:income': 2,
  'most-common-share:age': 3,
  'most-common-share:income': 3,
  'most-common-share:plan': 3,
  'most-common-share:city': 3,
  'out-of-range-share:visits': 6,
  'mean-in-sigmas:visits': 6,
  'column-missing-share:income': 9,
  'out-of-list-share:plan': 10,
  'out-of-list-share:city': 10,
};

function columnOf({ parameters, description }: TheirTest): string | null {
  return parameters.column_name ?? /column \*\*(\w+)\*\*/.exec(description)?.[1] ?? null;
}

function valueOf(condition: Condition | null): number | undefined {
  const bound = Object.values(condition ?? {})[0];
  if (typeof bound === 'number') return bound;
  return typeof bound === 'object' && 'value' in bound ? bound.value : undefined;
}

/** Their shares of most common values are rounded to four digits. */
const digitsOf = (check: string): number => (check === 'most-common-share' ? 4 : 12);

function compare(theirs: TheirTest, found: CheckResult): void {
  expect(found.status).toBe(theirs.status === 'SUCCESS' ? 'pass' : 'fail');
  if (theirs.parameters.value !== undefined) expect(found.value).toBeCloseTo(theirs.parameters.value, digitsOf(found.check));
  const [wanted] = Object.values(theirs.parameters.condition ?? {});
  if (wanted === undefined) return;
  expect(valueOf(found.condition)).toBeCloseTo(typeof wanted === 'number' ? wanted : wanted.value, digitsOf(found.check));
  const own = Object.values(found.condition ?? {})[0];
  const relative = typeof own === 'object' && 'relative' in own ? own.relative : undefined;
  if (typeof wanted === 'object' && wanted.relative > 1e-6) expect(relative).toBe(wanted.relative);
}

const cases = [
  { preset: 'data-stability', key: 'legacy_suite/DataStabilityTestPreset', data: 'reg' },
  { preset: 'data-quality', key: 'legacy_suite/DataQualityTestPreset', data: 'reg' },
  { preset: 'data-drift', key: 'legacy_suite/DataDriftTestPreset_fin', data: 'fin' },
].filter(({ key }) => key in outputs);

const kinds = { visits: 'numeric', rating: 'categorical', target: 'numeric', prediction: 'numeric', const: 'numeric' } as const;
/** Its suites take whole numbers with more than five values as numbers, its newer reports with more than ten. */
const kindsOfSuites = { visits: 'numeric' } as const;
const made = new Map<string, Promise<DriftReport>>();
const reportFor = (data: string, compat: CompatSetting = 'none'): Promise<DriftReport> => {
  const roles = { target: 'target', prediction: 'prediction', id: null, datetime: null };
  const key = `${data} ${compat}`;
  const chosen = data === 'fin' ? kinds : compat === 'none' ? {} : kindsOfSuites;
  const making = made.get(key) ?? reportOf(`${folder}/${data}_ref.csv`, `${folder}/${data}_cur.csv`, { kinds: chosen, roles, compat });
  made.set(key, making);
  return making;
};

describe.skipIf(cases.length === 0)(`presets ask and answer as Evidently’s do${note}`, () => {
  for (const { preset, key, data } of cases) {
    for (const theirs of outputs[key]!.tests) {
      const check = ours[theirs.name];
      const column = columnOf(theirs);
      const id = [check, ...(check === 'mean-in-sigmas' ? ['2'] : []), ...(column === null ? [] : [column])].join(':');
      if (check === undefined || `${check}:${column}` in deliberate) continue;
      it(`${preset}: ${id}`, async () => {
        const { results } = runSuite({ presets: [preset] }, await reportFor(data));
        compare(
          theirs,
          results.find((result) => result.id === id)!,
        );
      });
    }
  }

  for (const { preset, key, data } of cases) {
    for (const theirs of outputs[key]!.tests) {
      const check = ours[theirs.name];
      const column = columnOf(theirs);
      const id = [check, ...(check === 'mean-in-sigmas' ? ['2'] : []), ...(column === null ? [] : [column])].join(':');
      if (check === undefined) continue;
      it(`${preset}, in compat mode without exception: ${id}`, async () => {
        const { results } = runSuite({ presets: [preset] }, await reportFor(data, 'evidently'));
        compare(
          theirs,
          results.find((result) => result.id === id)!,
        );
      });
    }
  }

  it('lists every deliberate difference in the docs', () => {
    const page = readFileSync(new URL('../../docs/checks/README.md', import.meta.url), 'utf8');
    for (const number of Object.values(deliberate)) expect(page).toMatch(new RegExp(`^${number}\\. `, 'm'));
  });
});
