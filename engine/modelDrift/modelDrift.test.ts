import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { driftReport, type DriftReport } from '#shared/domain/report.ts';
import type { ReportSettingsInput } from '#shared/domain/settings.ts';
import { reportOf } from '../../fixtures/conformance/checkedPair.ts';
import { makeDataFolder } from '../../fixtures/data/writeData.ts';
import { unexplainedNulls } from '../../fixtures/reports/unexplainedNulls.ts';

const data = makeDataFolder();
afterAll(() => data.remove());

/** y rests on x mostly, on the category c a little, and not on z; `shift` moves x, `rise` moves z. */
function rows(count: number, salt: string, { shift = 0, rise = 0, extra = '' } = {}): string {
  const unit = (name: string): string => `(hash(i || '${salt}${name}') % 100003) / 100003.0`;
  return `with u as (select i, ${unit('x')} + ${shift} as x, ${unit('z')} + ${rise} as z, chr(97 + (hash(i || '${salt}c') % 3)::int) as c, ${unit('e')} as e from range(${count}) t(i))
    select x, z, c, 3 * x + case when c = 'a' then 0.8 else 0 end + 0.2 * e as y, 3 * x + case when c = 'a' then 0.7 else 0.1 end as p${extra} from u`;
}

let paths: { reference: string; moved: string; aside: string };
beforeAll(async () => {
  paths = {
    reference: await data.write('reference.parquet', rows(3000, 'r')),
    moved: await data.write('moved.parquet', rows(2500, 'm', { shift: 0.4 })),
    aside: await data.write('aside.parquet', rows(2500, 'a', { rise: 0.4 })),
  };
});

const roles = { target: 'y', prediction: 'p' };
const compare = (current: string, settings: ReportSettingsInput = { roles }): Promise<DriftReport> =>
  reportOf(paths.reference, current, settings);

describe('drift of target and prediction', () => {
  it('has the verdicts of both, and how they go together', async () => {
    const { modelDrift } = await compare(paths.moved);
    expect(modelDrift!.roles).toMatchObject([
      { role: 'prediction', column: 'p', drifted: true },
      { role: 'target', column: 'y', drifted: true },
    ]);
    const { relation } = modelDrift!;
    expect(relation).toMatchObject({ kind: 'numbers', reference: { rows: 3000 }, current: { rows: 2500 } });
    if (relation?.kind !== 'numbers') throw new Error('numbers were expected');
    expect(relation.current!.meanTarget! - relation.reference!.meanTarget!).toBeCloseTo(1.2, 1);
    expect(relation.reference!.correlation).toBeGreaterThan(0.95);
  });

  it('counts agreement where both are classes', async () => {
    const classes = (salt: string): string =>
      `select chr(97 + (i % 3)::int) as y, chr(97 + (i % ${salt === 'r' ? 3 : 2})::int) as p, i as x from range(600) t(i)`;
    const reference = await data.write('classes-r.parquet', classes('r'));
    const current = await data.write('classes-c.parquet', classes('c'));
    const { modelDrift } = await reportOf(reference, current, { roles });
    expect(modelDrift!.relation).toEqual({
      kind: 'classes',
      reference: { rows: 600, agreement: 1, reasons: {} },
      current: { rows: 600, agreement: 1 / 3, reasons: {} },
    });
  });

  it('is not there where nothing is named, and says what is missing where it was asked for', async () => {
    expect((await compare(paths.moved, {})).modelDrift).toBeNull();
    const asked = await compare(paths.moved, { sections: ['target-drift'] });
    expect(asked.findings.filter(({ code }) => code === 'section-left-out')).toHaveLength(1);
  });
});

describe('drift weighted by importance', () => {
  it('estimates which columns matter, from the reference', async () => {
    const weighted = (await compare(paths.moved)).modelDrift!.weighted!;
    expect(weighted).toMatchObject({ source: 'estimated', explains: 'p' });
    expect(weighted.columns.map(({ column }) => column)).toEqual(['x', 'c', 'z']);
    expect(weighted.columns[0]!.importance).toBeGreaterThan(0.6);
    expect(weighted.columns[2]!.importance).toBeLessThan(0.05);
    expect(weighted.columns.reduce((sum, { importance }) => sum + importance, 0)).toBeCloseTo(1, 10);
    expect(weighted.explained).toBeGreaterThan(0.8);
  });

  it('weighs the drift of a column that matters more than that of one that does not', async () => {
    const moved = (await compare(paths.moved)).modelDrift!.weighted!;
    const aside = (await compare(paths.aside)).modelDrift!.weighted!;
    expect(moved.driftedImportance).toBeGreaterThan(0.6);
    expect(aside.driftedImportance).toBeLessThan(0.05);
    expect(moved.score!).toBeGreaterThan(2 * aside.score!);
    expect(moved.columns[0]!.shift).toBeCloseTo(0.4, 1);
  });

  it('takes importances that were given, on any scale, and needs no target then', async () => {
    const { modelDrift } = await compare(paths.aside, { importances: { x: 1, z: 3 } });
    expect(modelDrift!.weighted).toMatchObject({ source: 'given', explains: null, driftedImportance: 0.75 });
    expect(modelDrift!.weighted!.columns.slice(0, 2)).toMatchObject([
      { column: 'z', importance: 0.75, drifted: true },
      { column: 'x', importance: 0.25, drifted: false },
    ]);
    const { score, columns } = modelDrift!.weighted!;
    expect(score).toBeCloseTo(Math.cbrt(columns.reduce((sum, { importance, shift }) => sum + importance * shift! ** 3, 0)), 12);
    await expect(compare(paths.aside, { importances: { xx: 1 } })).rejects.toMatchObject({ code: 'E_COLUMN_UNKNOWN' });
  });

  it('gives the same numbers whatever the order of rows', async () => {
    const shuffled = await data.write('shuffled.parquet', `select * from '${paths.reference}' order by hash(x)`);
    const current = { path: paths.moved };
    const [a, b] = [await compare(current.path), await reportOf(shuffled, current.path, { roles })];
    expect(b.modelDrift).toEqual(a.modelDrift);
  });
});

describe('strange targets', () => {
  it.each([
    ['no row', 'select 1.5 as y, 2.5 as p, 3 as x from range(0)'],
    ['one row', 'select 1.5 as y, 2.5 as p, 3 as x'],
    ['all null', 'select null::double as y, null::double as p, i as x from range(60) t(i)'],
    ['constant', 'select 1.5 as y, 2.5 as p, i as x from range(60) t(i)'],
    ['infinite', "select case when i % 2 = 0 then 'inf'::double else i end as y, 'nan'::double as p, i as x from range(60) t(i)"],
    ['huge', 'select 1e308 * (i % 3) as y, -1.7e308 * (i % 5) as p, i as x from range(90) t(i)'],
    ['texts', "select 'a' || i as y, 'b' || i as p, i as x from range(60) t(i)"],
    ['times', "select timestamp '2026-01-01' + interval (i) day as y, timestamp '2026-01-01' as p, i as x from range(60) t(i)"],
    ['lists', 'select [i] as y, [i] as p, i as x from range(60) t(i)'],
    ['no features', 'select i * 1.5 as y, i * 1.25 as p from range(60) t(i)'],
  ])('%s: a report with a reason for each number that is not there', async (name, sql) => {
    const odd = await data.write(`${name}.parquet`, sql);
    for (const settings of [{ roles }, { roles, importances: { y: 0 } }]) {
      const report = await reportOf(odd, odd, settings);
      expect(driftReport.parse(report)).toEqual(report);
      expect(unexplainedNulls(report)).toEqual([]);
      expect(report.findings.filter(({ code }) => code === 'analysis-failed')).toEqual([]);
    }
  });
});
