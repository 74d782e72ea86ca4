import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DriftReport } from '#shared/domain/report.ts';
import { sections } from '#shared/domain/sections.ts';
import { suiteRun, type CheckResult } from '#shared/domain/suite.ts';
import { reportOf } from '../../fixtures/conformance/checkedPair.ts';
import { makeDataFolder, type DataFolder } from '../../fixtures/data/writeData.ts';
import { unexplainedNulls } from '../../fixtures/reports/unexplainedNulls.ts';
import { checks } from './checks.ts';
import { meets } from './conditions.ts';
import { presets } from './presets.ts';
import { runSuite } from './runSuite.ts';

/** So that checks on the model have something to look at. */
const model = {
  roles: { target: 'flag', prediction: 'said', probabilities: { true: 'chance' } },
  segments: { by: ['category'] },
  sections: sections.all.map(({ id }) => id),
};

/** One column of every odd sort; the same on both sides, so that nothing may fail but what looks at drift of nothing. */
const odd = `select i as id, 7.5::double as constant, null::double as empty, null::varchar as empty_text,
  case when i % 10 = 0 then 'infinity'::double when i % 10 = 1 then '-infinity'::double when i % 10 = 2 then 'nan'::double else i::double end as wild,
  'infinity'::double as all_infinite, ['a', 'b', null][1 + i % 3] as category, (i % 4)::int as level, i::double * 1e300 as huge,
  timestamp '2026-01-01' + interval (i) minute as at, 'row ' || i as note, [i] as list, i % 2 = 0 as flag,
  i % 2 = 0 as said, case when i % 2 = 0 then 0.9 else 0.2 end as chance`;

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

const everything = { checks: checks.all.map(({ id }) => ({ check: id })) };
const file = (name: string): Promise<string> => data.write(`${name.replaceAll(' ', '-')}.parquet`, shapes[name]!);

function checkSound(report: DriftReport): CheckResult[] {
  const run = runSuite(everything, report);
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

describe('every check on every odd column', () => {
  const pairs = Object.keys(shapes).flatMap((reference) => Object.keys(shapes).map((current) => [reference, current] as const));
  it.each(pairs)('%s against %s: an answer with its reason, never NaN, never thrown', async (reference, current) => {
    const results = checkSound(await reportOf(await file(reference), await file(current), model));
    expect(results.length).toBeGreaterThan(checks.all.length);
  });

  it('passes on equal data, apart from the two that ask the same of any data', async () => {
    const path = await file('many rows');
    const results = checkSound(await reportOf(path, path, model));
    const asked = results.filter(({ check }) => check !== 'not-constant' && check !== 'all-unique');
    expect(asked.filter(({ status }) => status === 'fail' || status === 'error').map(({ id, sentence }) => `${id}: ${sentence}`)).toEqual(
      [],
    );
    for (const { id } of checks.all)
      expect(
        results.some(({ check, status }) => check === id && status !== 'skipped'),
        id,
      ).toBe(true);
  });

  it('sees a column that is gone, one that is new and one of another type', async () => {
    const reference = await data.write('before.parquet', 'select i::double as a, i::double as b, i::int as c from range(50) t(i)');
    const current = await data.write('after.parquet', `select i::double as a, 'x' as c, i as d from range(50) t(i)`);
    const results = checkSound(await reportOf(reference, current));
    expect(results.find(({ check }) => check === 'column-types')).toMatchObject({ status: 'fail', value: 2 });
    expect(results.find(({ id }) => id === 'mean-value:b')).toMatchObject({ status: 'error', value: null });
    expect(results.find(({ id }) => id === 'mean-value:a')).toMatchObject({ status: 'pass' });
  });

  it('does not care for the order of rows', async () => {
    const forwards = await data.write('forwards.parquet', `${odd} from range(300) t(i) order by i`);
    const backwards = await data.write('backwards.parquet', `${odd} from range(300) t(i) order by i desc`);
    const status = (results: readonly CheckResult[]): string[] =>
      results.map(({ id, status: found, value }) => `${id} ${found} ${value?.toPrecision(12)}`);
    expect(status(checkSound(await reportOf(forwards, backwards, model)))).toEqual(
      status(checkSound(await reportOf(forwards, forwards, model))),
    );
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
