import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DriftReport } from '#shared/domain/report.ts';
import { sections } from '#shared/domain/sections.ts';
import type { ReportSettingsInput } from '#shared/domain/settings.ts';
import { suiteRun, type CheckResult, type Suite, type SuiteEntry } from '#shared/domain/suite.ts';
import { reportOf } from '../../fixtures/conformance/checkedPair.ts';
import { makeDataFolder, type DataFolder } from '../../fixtures/data/writeData.ts';
import { unexplainedNulls } from '../../fixtures/reports/unexplainedNulls.ts';
import { checks } from './checks.ts';
import { countRows } from './countRows.ts';
import { meets } from './conditions.ts';
import { presets } from './presets.ts';
import { runSuite } from './runSuite.ts';

/** So that checks on the model have something to look at, of either kind of model. */
const shared = { sections: sections.all.map(({ id }) => id), importances: { level: 1 } };
const tasks = {
  classification: {
    ...shared,
    roles: { target: 'flag', prediction: 'said', probabilities: { true: 'chance' } },
    ranking: { group: 'category' },
    fairness: { sensitive: ['category'], resamples: 20 },
  },
  regression: { ...shared, roles: { target: 'teeth', prediction: 'guess' } },
} satisfies Record<string, ReportSettingsInput>;

/** One column of every odd sort; the same on both sides, so that nothing may fail but what looks at drift of nothing. */
const odd = `select i as id, 7.5::double as constant, null::double as empty, null::varchar as empty_text,
  case when i % 10 = 0 then 'infinity'::double when i % 10 = 1 then '-infinity'::double when i % 10 = 2 then 'nan'::double else i::double end as wild,
  'infinity'::double as all_infinite, ['a', 'b', null][1 + i % 3] as category, (i % 4)::int as level, i::double * 1e300 as huge,
  timestamp '2026-01-01' + interval (i) minute as at, 'row ' || i as note, [i] as list, i % 2 = 0 as flag,
  i % 2 = 0 as said, case when i % 2 = 0 then 0.9 else 0.2 end as chance,
  (i * 37 % 101)::double / 7 as saw, (i * 11 % 89)::double + i as teeth, (i * 11 % 89)::double + i as guess`;

const shapes: Record<string, string> = {
  'many rows': `${odd} from range(400) t(i)`,
  'one row': `${odd} from range(3, 4) t(i)`,
  'no row': `${odd} from range(0) t(i)`,
};

let data: DataFolder;
beforeAll(() => {
  data = makeDataFolder();
});
afterAll(() => data.remove());

/** What the suite must say for the checks that rest on a rule of its own; every row of `odd` keeps to them. */
const rules: Readonly<Record<string, Omit<SuiteEntry, 'check'>>> = {
  'value-in-list': { column: 'category', params: { values: ['a', 'b'] } },
  'value-not-in-list': { columns: ['category', 'level'], params: { values: ['z', 9] } },
  'value-in-range': { columns: ['level', 'at', 'id', 'huge'], params: { min: 0 } },
  'matches-pattern': { columns: ['note', 'category'], params: { pattern: 'row \\d+|a|b' } },
  'value-length': { columns: ['note', 'category'], params: { min: 1, max: 7 } },
  'greater-than-column': { column: 'huge', params: { than: 'id', orEqual: true } },
  'equal-to-column': { columns: ['id', 'list'], params: { to: 'id' } },
  'unique-together': { params: { columns: ['id', 'note'] } },
  'rows-meet-condition': { params: { condition: 'id >= 0 -- and so on' } },
};

const everything: Suite = { checks: checks.all.map(({ id }) => ({ check: id, ...rules[id] })) };
/** For data that has none of the columns that the rules name. */
const withoutRules: Suite = { checks: checks.all.filter(({ id }) => !(id in rules)).map(({ id }) => ({ check: id })) };
const context = { signal: new AbortController().signal, progress: (): void => undefined };
const guard = { read: async (): Promise<void> => undefined };

/** The reports of two files with all that checks look at. */
const wholeReports = async (reference: string, current: string): Promise<DriftReport[]> => [
  await reportOf(reference, current, tasks.classification),
  await reportOf(reference, current, tasks.regression),
];
const file = (name: string): Promise<string> => data.write(`${name.replaceAll(' ', '-')}.parquet`, shapes[name]!);

async function checkSound(report: DriftReport, suite: Suite = everything): Promise<CheckResult[]> {
  const run = runSuite(suite, report, await countRows(suite, report, { guard, context }));
  expect(suiteRun.parse(JSON.parse(JSON.stringify(run)))).toEqual(run);
  expect(JSON.stringify(run)).not.toMatch(/NaN|undefined|Infinity[^"]*"value/);
  expect(unexplainedNulls(run.results.map(({ condition: _, failingRows: __, kind: ___, ...rest }) => rest))).toEqual([]);
  for (const result of run.results) {
    expect(result.sentence, result.id).toMatch(/\.$/);
    expect(result.sentence, result.id).not.toMatch(/NaN|undefined|null|Error/);
    if (result.status === 'pass') expect(meets(result.value!, result.condition!), result.id).toBe(true);
    if (result.status === 'fail') expect(meets(result.value!, result.condition!), result.id).toBe(false);
  }
  return run.results;
}

async function allSound(reports: readonly DriftReport[]): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const report of reports) results.push(...(await checkSound(report)));
  return results;
}

describe('every check on every odd column', () => {
  const pairs = Object.keys(shapes).flatMap((reference) => Object.keys(shapes).map((current) => [reference, current] as const));
  it.each(pairs)('%s against %s: an answer with its reason, never NaN, never thrown', async (reference, current) => {
    const results = await allSound(await wholeReports(await file(reference), await file(current)));
    expect(results.length).toBeGreaterThan(2 * checks.all.length);
  });

  it('passes on equal data, apart from those that ask the same of any data', async () => {
    const path = await file('many rows');
    const results = await allSound(await wholeReports(path, path));
    // The last: in these data the level gives the flag away.
    const ofAnyData = new Set(['not-constant', 'all-unique', 'feature-predictive-power']);
    const asked = results.filter(({ check }) => !ofAnyData.has(check));
    expect(asked.filter(({ status }) => status === 'fail').map(({ id, sentence }) => `${id}: ${sentence}`)).toEqual([]);
    for (const { id } of checks.all)
      expect(
        results.some(({ check, status }) => check === id && status !== 'skipped' && status !== 'error'),
        id,
      ).toBe(true);
  });

  it('sees a column that is gone, one that is new and one of another type', async () => {
    const reference = await data.write('before.parquet', 'select i::double as a, i::double as b, i::int as c from range(50) t(i)');
    const current = await data.write('after.parquet', `select i::double as a, 'x' as c, i as d from range(50) t(i)`);
    const results = await checkSound(await reportOf(reference, current), withoutRules);
    expect(results.find(({ check }) => check === 'column-types')).toMatchObject({ status: 'fail', value: 2 });
    expect(results.find(({ id }) => id === 'mean-value:b')).toMatchObject({ status: 'error', value: null });
    expect(results.find(({ id }) => id === 'mean-value:a')).toMatchObject({ status: 'pass' });
  });

  it('does not care for the order of rows', async () => {
    const forwards = await data.write('forwards.parquet', `${odd} from range(300) t(i) order by i`);
    const backwards = await data.write('backwards.parquet', `${odd} from range(300) t(i) order by i desc`);
    const status = (results: readonly CheckResult[]): string[] =>
      results.map(({ id, status: found, value }) => `${id} ${found} ${value?.toPrecision(12)}`);
    const turned = await allSound(await wholeReports(forwards, backwards));
    expect(status(turned)).toEqual(status(await allSound(await wholeReports(forwards, forwards))));
  });
});

describe('better must not fail', () => {
  it('passes where fewer values are missing, infinite or out of place than in the reference', async () => {
    const reference = await data.write(
      'worse.parquet',
      `select case when i % 3 = 0 then null else i::double end as x, case when i % 5 = 1 then 'infinity'::double else 1.0 + i end as y, null::int as z from range(300) t(i)`,
    );
    const current = await data.write(
      'better.parquet',
      'select 1.0 + (i % 290)::double as x, 1.0 + (i % 290)::double as y, (i % 3)::int as z from range(300) t(i)',
    );
    const report = await reportOf(reference, current);
    const ids = [
      'missing-values-count',
      'missing-values-share',
      'columns-with-missing-values',
      'empty-columns',
      'constant-columns',
      'column-missing-share',
      'column-missing-count',
      'infinite-share',
      'out-of-range-share',
    ];
    const { results } = runSuite({ checks: ids.map((check) => ({ check })) }, report);
    expect(results.filter(({ status }) => status === 'fail').map(({ sentence }) => sentence)).toEqual([]);
  });
});

describe('the registry of checks', () => {
  const headings = ['What it asks', 'How it is computed', 'How to read it', 'When it misleads', 'References'];
  it.each(checks.all.map(({ id }) => id))('%s has its page with the five headings, and a line in the table', (id) => {
    const page = new URL(`../../docs/checks/${id}.md`, import.meta.url);
    expect(existsSync(page)).toBe(true);
    const found = [...readFileSync(page, 'utf8').matchAll(/^## (.*)$/gm)].map((match) => match[1]);
    expect(found).toEqual(headings);
    expect(readFileSync(new URL('../../docs/checks/README.md', import.meta.url), 'utf8')).toContain(`[\`${id}\`](${id}.md)`);
  });

  it('has every check that a preset names', () => {
    for (const { entries } of presets.all) for (const { check } of entries) expect(checks.get(check), check).toBeDefined();
  });

  it('lists the presets in the docs', () => {
    const page = readFileSync(new URL('../../docs/checks/README.md', import.meta.url), 'utf8');
    for (const { id } of presets.all) expect(page).toContain(`\`${id}\``);
  });
});
