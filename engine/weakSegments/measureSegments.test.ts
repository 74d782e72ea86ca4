import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SegmentMeasure, SegmentSearch } from '#shared/domain/weakSegments.ts';
import type { DriftReport } from '#shared/domain/report.ts';
import type { ReportSettingsInput } from '#shared/domain/settings.ts';
import { reportOf } from '../../fixtures/conformance/checkedPair.ts';
import { makeDataFolder, type DataFolder } from '../../fixtures/data/writeData.ts';

let data: DataFolder;
beforeAll(() => {
  data = makeDataFolder();
});
afterAll(() => data.remove());

/** Columns without any relation, the same on both sides but for the seed; hash gives each row its chance. */
const uniform = (name: string, seed: number): string => `((hash(i, '${name}', ${seed}) >> 11)::double / 9007199254740992)`;
const plain = (seed: number): string =>
  `select i, ${uniform('a', seed)} as a, round(${uniform('b', seed)} * 100) as b, ['x', 'y', 'z'][1 + (hash(i, 'c', ${seed}) % 3)::int] as c, (hash(i, 'd', ${seed}) % 4)::int as d, ${uniform('n', seed)} as noise`;

async function segmentsOf(
  reference: string,
  current: string,
  settings: ReportSettingsInput = {},
): Promise<{ report: DriftReport; of: (measure: SegmentMeasure) => SegmentSearch }> {
  const report = await reportOf(reference, current, { sections: ['weak-segments'], ...settings });
  expect(report.findings.filter(({ code }) => code === 'analysis-failed')).toEqual([]);
  const of = (measure: SegmentMeasure): SegmentSearch => report.weakSegments!.searches.find((each) => each.measure === measure)!;
  return { report, of };
}

async function countWhere(path: string, where: string): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const read = await connection.runAndReadAll(`select count(*)::double from read_parquet('${path}') where ${where}`);
  connection.closeSync();
  instance.closeSync();
  return Number(read.getRows()[0]![0]);
}

describe('weak segments', () => {
  it('finds where the model was made to err, as a condition that gives the very rows', async () => {
    const rows = (seed: number, bad: string): string =>
      `select * exclude (i, noise), noise as t, case when ${bad} then noise + 1 else noise + 0.1 end as p from (${plain(seed)} from range(8000) r(i))`;
    const reference = await data.write('reference-error.parquet', rows(1, 'false'));
    const current = await data.write('current-error.parquet', rows(2, `c = 'y' and b >= 75`));
    const { of } = await segmentsOf(reference, current, { roles: { target: 't', prediction: 'p' } });
    const [worst] = of('error').segments;
    expect(worst?.columns).toEqual(['b', 'c']);
    expect(worst?.where).toMatch(/^"b" >= 7\d and "c" = 'y'$/);
    expect(worst?.value).toBeGreaterThan(0.9);
    expect(worst?.pValue).toBeLessThan(1e-9);
    expect(worst?.reference.value).toBeCloseTo(0.1, 9);
    for (const { where, rows: counted } of of('error').segments) expect(await countWhere(current, where)).toBe(counted);
  });

  it('finds wrong classes, and where cells are missing', async () => {
    const rows = (seed: number, lost: string): string =>
      `select * exclude (i, noise, a), case when ${lost} then null else a end as a, noise > 0.5 as t, case when d = 2 and noise > 0.3 then not (noise > 0.5) else noise > 0.5 end as p from (${plain(seed)} from range(6000) r(i))`;
    const reference = await data.write('reference-class.parquet', rows(3, 'false'));
    const current = await data.write('current-class.parquet', rows(4, `d = 3 and noise > 0.5`));
    const { of } = await segmentsOf(reference, current, { roles: { target: 't', prediction: 'p' } });
    expect(of('error')).toMatchObject({ unit: 'error-rate', segments: [expect.objectContaining({ where: '"d" = 2' })] });
    expect(of('missing').segments[0]).toMatchObject({ where: '"d" = 3', columns: ['d'] });
  });

  it('finds the rows that moved while the rest stayed, and names the column', async () => {
    const reference = await data.write('reference-drift.parquet', `select * exclude (i, noise) from (${plain(5)} from range(9000) r(i))`);
    const moved = `select * exclude (i, noise) replace (case when c = 'z' then a * a * a else a end as a) from (${plain(6)} from range(9000) r(i))`;
    const { of, report } = await segmentsOf(reference, await data.write('current-drift.parquet', moved));
    expect(of('drift').segments[0]).toMatchObject({ columns: ['c'], where: `"c" = 'z'`, mostDrifted: 'a' });
    expect(report.findings.some(({ code, sentence }) => code === 'weak-segments' && sentence.includes(`"c" = 'z'`))).toBe(true);
  });

  it('names nothing in data without weak segments, whatever the seed', async () => {
    let found = 0;
    for (let seed = 10; seed < 22; seed++) {
      const rows = (side: number): string =>
        `select * exclude (i, noise), noise as t, noise + ${uniform('e', side)} as p from (${plain(side)} from range(600) r(i))`;
      const reference = await data.write(`null-reference-${seed}.parquet`, rows(seed));
      const current = await data.write(`null-current-${seed}.parquet`, rows(seed + 1000));
      const { report } = await segmentsOf(reference, current, { roles: { target: 't', prediction: 'p' } });
      found += report.weakSegments!.searches.filter(({ segments }) => segments.length > 0).length;
    }
    expect(found).toBeLessThanOrEqual(2);
  });

  it('does not care for the order of rows, and takes names and values as they are', async () => {
    const rows = (order: string): string =>
      `select c as "it's ""c""; drop", case when d = 1 then 'o''hara' else 'b' || d end as "ü -- d", b, noise as t, noise + (d = 1)::int as p from (${plain(7)} from range(3000) r(i)) order by i ${order}`;
    const reference = await data.write('odd-reference.parquet', rows('asc'));
    const settings = { roles: { target: 't', prediction: 'p' } };
    const forwards = await segmentsOf(reference, await data.write('odd-forwards.parquet', rows('asc')), settings);
    const backwards = await segmentsOf(reference, await data.write('odd-backwards.parquet', rows('desc')), settings);
    const plainOf = (search: SegmentSearch): unknown =>
      search.segments.map(({ where, rows: count, value }) => [where, count, value.toPrecision(10)]);
    expect(plainOf(backwards.of('error'))).toEqual(plainOf(forwards.of('error')));
    expect(forwards.of('error').segments[0]?.where).toBe(`"ü -- d" = 'o''hara'`);
  });

  it('reads infinite, missing and constant values and a smaller least share', async () => {
    const rows = `select case when i % 7 = 0 then 'infinity'::double when i % 7 = 1 then 'nan'::double when i % 7 = 2 then null else i::double end as wild, 3 as constant, null::int as empty, i % 2 = 0 as flag, (i % 50)::float / 7 as narrow, i::double as t, i::double + (case when i % 7 = 1 then 50 else 0 end) as p from range(2000) r(i)`;
    const path = await data.write('wild.parquet', rows);
    const { of } = await segmentsOf(path, path, { roles: { target: 't', prediction: 'p' }, weakSegments: { minimumShare: 0.02 } });
    const [worst] = of('error').segments;
    expect(worst?.where).toContain('not isfinite');
    for (const { where, rows: counted } of of('error').segments) expect(await countWhere(path, where)).toBe(counted);
    expect(of('drift').segments).toEqual([]);
  });
});
