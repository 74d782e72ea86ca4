import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DriftReport } from '#shared/domain/report.ts';
import { driftReport } from '#shared/domain/report.ts';
import { reportPresets } from '#shared/domain/sections.ts';
import type { ReportSettingsInput } from '#shared/domain/settings.ts';
import { reportOf } from '../../fixtures/conformance/checkedPair.ts';
import { makeDataFolder, type DataFolder } from '../../fixtures/data/writeData.ts';
import { unexplainedNulls } from '../../fixtures/reports/unexplainedNulls.ts';

let data: DataFolder;
beforeAll(() => {
  data = makeDataFolder();
});
afterAll(() => data.remove());

const sections = [...reportPresets.get('data-quality')!.sections];
let made = 0;

/** The quality sections of two queries; the reference is current where none is given. */
async function qualityOf(current: string, settings: ReportSettingsInput = {}, reference = current): Promise<DriftReport> {
  made += 1;
  const [a, b] = [await data.write(`r${made}.parquet`, reference), await data.write(`c${made}.parquet`, current)];
  const report = await reportOf(a, b, { sections, ...settings });
  expect(driftReport.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  expect(
    unexplainedNulls({ ...report, dataDrift: null, missingValues: null, findings: [] }).filter((path) =>
      /dataSummary|Patterns|outliers|conflicting/.test(path),
    ),
  ).toEqual([]);
  return report;
}

describe('rows that are there twice', () => {
  it('are counted by their values: missing equals missing, 0 equals −0, and NaN equals NaN', async () => {
    const sql = `select * from (values (1.0::double, 'a'), (1.0, 'a'), (null, null), (null, null), (null, null), ('nan'::double, 'x'), ('nan'::double, 'x'), (0.0, 'z'), (-0.0, 'z'), (2.0, 'a')) t(x, y)`;
    const { dataSummary } = await qualityOf(sql);
    expect(dataSummary!.current).toMatchObject({ rows: 10, duplicatedRows: 5, mostRepeatedRow: 3, emptyRows: 3 });
  });

  it('are found among the rows without a value, where a column has no value twice', async () => {
    const sql = `select case when i < 90 then i::double end as x, 1 as y from range(100) t(i)`;
    expect((await qualityOf(sql)).dataSummary!.current).toMatchObject({ duplicatedRows: 9, mostRepeatedRow: 10 });
    expect((await qualityOf(`select i::double as x, 1 as y from range(100) t(i)`)).dataSummary!.current.duplicatedRows).toBe(0);
  });

  it('are counted in all rows of large data, whatever their order', async () => {
    const rows = (order: string): string => `select i % 20000 as a, (i % 20000)::varchar as b from range(40000) t(i) order by ${order}`;
    const [forwards, shuffled] = [await qualityOf(rows('i')), await qualityOf(rows('hash(i)'))];
    expect(forwards.dataSummary!.current.duplicatedRows).toBe(20_000);
    expect({ ...shuffled.dataSummary!.current, duplicatedRowsSql: '' }).toEqual({
      ...forwards.dataSummary!.current,
      duplicatedRowsSql: '',
    });
  });

  it('are a finding where their share doubled', async () => {
    const { findings } = await qualityOf('select i % 50 as a from range(100) t(i)', {}, 'select i as a from range(100) t(i)');
    expect(findings.find(({ code }) => code === 'duplicated-rows')?.sentence).toBe(
      '50.0 % of the current rows repeat an earlier one, 50 rows; in the reference it is 0 %.',
    );
  });
});

describe('columns that are equal', () => {
  it('are found by their rows, not by their counts', async () => {
    const sql = `select i as a, i::double as b, 99 - i as c, i::varchar as d, null::int as e, null::int as f, case when i = 7 then null else i end as g from range(100) t(i)`;
    expect((await qualityOf(sql)).dataSummary!.current).toMatchObject({
      duplicatedColumns: [
        ['a', 'b'],
        ['e', 'f'],
      ],
      emptyColumns: ['e', 'f'],
    });
  });

  it('are a finding where they are new', async () => {
    const { findings } = await qualityOf('select i as a, i as b from range(50) t(i)', {}, 'select i as a, -i as b from range(50) t(i)');
    expect(findings.map(({ sentence }) => sentence)).toContain('a and b are equal in every row of current, and were not in the reference.');
  });
});

describe('what is missing together', () => {
  it('has a correlation, and a reason where it has none', async () => {
    const sql = `select case when i % 4 > 0 then i end as a, case when i % 4 > 0 then 1.5 end as b, case when i % 4 = 0 then 'x' end as c, null::int as d from range(100) t(i)`;
    const { missingPatterns } = await qualityOf(sql);
    expect(missingPatterns!.columns).toEqual(['d', 'c', 'a', 'b']);
    const pair = (a: string, b: string) => missingPatterns!.pairs.find((each) => each.a === a && each.b === b)?.current;
    expect(pair('a', 'b')).toEqual({ together: 25, correlation: 1, reasons: {} });
    expect(pair('c', 'a')).toEqual({ together: 0, correlation: -1, reasons: {} });
    expect(pair('d', 'a')).toEqual({ together: 25, correlation: null, reasons: { correlation: 'constant' } });
    expect(missingPatterns!.patterns.map(({ columns, current }) => [columns, current.rows])).toEqual([
      [['d', 'c'], 75],
      [['d', 'a', 'b'], 25],
    ]);
  });

  it('holds for more columns than one number has bits, with the settings of what is missing', async () => {
    const columns = Array.from({ length: 130 }, (_, k) => `case when i % 10 = ${k % 10} then '' else 'v' end as c${k}`);
    const { missingPatterns } = await qualityOf(`select ${columns.join(', ')} from range(50) t(i)`, { missing: ['empty-string'] });
    expect(missingPatterns).toMatchObject({ pairedColumns: 20, numberOfPatterns: { reference: 10, current: 10 } });
    for (const { columns: names, current } of missingPatterns!.patterns) expect([names.length, current.rows]).toEqual([13, 5]);
  });

  it('is nothing where nothing is missing', async () => {
    expect((await qualityOf('select i as a from range(9) t(i)')).missingPatterns).toMatchObject({ columns: [], patterns: [], pairs: [] });
  });
});

describe('outliers', () => {
  it('have fences of the reference, leave infinite values out, and follow the settings', async () => {
    const reference = `select i::double as x from range(101) t(i)`;
    const current = `select unnest([-51.0, -50.0, 50.0, 150.0, 151.0, 'infinity'::double, '-infinity'::double, 'nan'::double, null]) as x`;
    const { outliers } = await qualityOf(current, {}, reference);
    expect(outliers!.columns[0]!.iqr).toMatchObject({ lower: -50, upper: 150, current: { valid: 5, below: 1, above: 1, share: 0.4 } });
    const wide = await qualityOf(current, { outliers: { iqrFactor: 3 } }, reference);
    expect(wide.outliers!.columns[0]!.iqr).toMatchObject({ lower: -125, upper: 225, current: { below: 0, above: 0 } });
  });

  it('have a reason where a rule has no fences', async () => {
    const { outliers } = await qualityOf(
      `select 7.0::double as same, null::double as nothing, 'infinity'::double as endless from range(20) t(i)`,
    );
    expect(outliers!.columns.map(({ column, reasons }) => [column, reasons])).toEqual([
      ['same', { zScore: 'constant' }],
      ['nothing', { iqr: 'no-valid-values', zScore: 'no-valid-values' }],
      ['endless', { iqr: 'no-valid-values', zScore: 'no-valid-values' }],
    ]);
  });
});

describe('conflicting targets', () => {
  it('are rows of equal features and different targets, shown with what they have', async () => {
    const sql = `select * from (values ('u', 1, 10), ('u', 1, 11), ('u', 1, 10), ('v', null, 10), ('v', null, 12), ('w', 1, 10), ('w', 1, 10), ('x', 1, null), ('x', 1, 3)) t("it's", "b ""q""", y)`;
    const { conflictingTargets } = await qualityOf(sql, { roles: { target: 'y' } });
    expect(conflictingTargets!.current).toMatchObject({ rows: 8, conflictingRows: 5, patterns: 2, share: 5 / 8 });
    expect(conflictingTargets!.current!.examples).toEqual([
      {
        features: { "it's": 'u', 'b "q"': '1' },
        rows: 3,
        targets: [
          { target: '10', rows: 2 },
          { target: '11', rows: 1 },
        ],
      },
      {
        features: { "it's": 'v', 'b "q"': null },
        rows: 2,
        targets: [
          { target: '10', rows: 1 },
          { target: '12', rows: 1 },
        ],
      },
    ]);
  });

  it('say what to name where no target is named, if they were asked for', async () => {
    const { conflictingTargets, findings } = await qualityOf('select i as a from range(9) t(i)');
    expect(conflictingTargets).toBeNull();
    expect(findings.map(({ sentence }) => sentence)).toContain('Conflicting targets were asked for; name the column of the target.');
  });
});

const odd = `select i as id, 7.5::double as constant, null::double as empty, ['a', null][1 + i % 2] as category, [i] as list, i % 2 = 0 as flag, timestamp 'infinity' as never, {'a': i} as record, 'x'::blob as bytes, time '12:00' as clock`;

describe('hostile data', () => {
  it.each([
    ['no row', `${odd} from range(0) t(i)`],
    ['one row', `${odd} from range(1) t(i)`],
    ['odd types', `${odd} from range(60) t(i)`],
    ['nothing but nulls', 'select null::int as a, null::varchar as b from range(30) t(i)'],
    [
      '200 columns',
      `select ${Array.from({ length: 200 }, (_, k) => `case when (i + ${k}) % 7 > 0 then i * ${k} end as "c ""${k}"`).join(', ')} from range(50) t(i)`,
    ],
  ])('%s: every section has an answer, and none is NaN', async (_, sql) => {
    const report = await qualityOf(sql, {
      missing: ['null', 'nan', 'infinity', 'empty-string'],
      roles: { target: /"c "/.test(sql) ? null : sql.startsWith('select null') ? 'b' : 'flag' },
    });
    expect(report.findings.filter(({ code }) => code === 'analysis-failed')).toEqual([]);
    expect(report.dataSummary).not.toBeNull();
    expect(report.missingPatterns).not.toBeNull();
  });
});
