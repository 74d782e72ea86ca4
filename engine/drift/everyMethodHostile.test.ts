import { afterAll, describe, expect, it } from 'vitest';
import { reportSettings, type ReportSettingsInput } from '#shared/domain/settings.ts';
import { makeDataFolder } from '../../fixtures/data/writeData.ts';
import { unexplainedNulls } from '../../fixtures/reports/unexplainedNulls.ts';
import { unattended } from '../jobs/pacer.ts';
import { compareDatasets, type ComparedDatasets } from './compareDatasets.ts';
import { driftMethods } from './methods.ts';

const data = makeDataFolder();
afterAll(() => data.remove());

/** Columns with something wrong with them, and one of each kind that is in order. */
const hostile = (rows: number, side: 'reference' | 'current'): string => `select
  (i * 37 % 101) / 7.0 + ${side === 'current' ? 0.5 : 0} as fine,
  case when i % 3 = 0 then 'a' else 'b' end as kinds,
  null::double as all_null,
  case when i % 2 = 0 then 'infinity'::double else '-infinity'::double end as all_infinite,
  case when i % 5 = 0 then 'infinity'::double when i % 7 = 0 then 'nan'::double when i % 11 = 0 then null else i / 3.0 end as some_infinite,
  7.25 as constant,
  case when i = 0 then 3.5 end as one_value,
  'x' as one_category,
  case when i % 2 = 0 then 1.7e308 else -1.7e308 end as huge,
  i * 5e-324 as tiny,
  i as "a ""quoted"", name"
  from range(${rows}) t(i)`;

async function compareFiles(reference: string, current: string, settings: ReportSettingsInput): Promise<ComparedDatasets> {
  const sources = { reference: { path: reference }, current: { path: current } };
  return compareDatasets({ ...sources, settings: reportSettings.parse(settings) }, unattended);
}

const made = new Map<string, Promise<string>>();
function fileOf(rows: number, side: 'reference' | 'current', order = ''): Promise<string> {
  const name = `${side}-${rows}${order === '' ? '' : '-shuffled'}.parquet`;
  const making = made.get(name) ?? data.write(name, `select * from (${hostile(rows, side)}) ${order}`);
  made.set(name, making);
  return making;
}

/** Numbers as JSON has them: NaN and infinities would be null there. */
function strayNumbers(value: unknown, path = '$'): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => strayNumbers(item, `${path}.${key}`));
}

const kinds = { constant: 'numeric', one_value: 'numeric', 'a "quoted", name': 'numeric' } as const;

describe.each(driftMethods.all)('$id on hostile files', ({ id }) => {
  it.each([
    ['many rows', 300, 260],
    ['one row a side', 1, 1],
    ['one row against many', 1, 300],
    ['an empty current side', 300, 0],
    ['an empty reference', 0, 300],
    ['nothing at all', 0, 0],
  ])('%s: a value, or a reason', async (_, n, m) => {
    for (const compat of ['none', 'evidently'] as const) {
      const drift = { method: id };
      const report = await compareFiles(await fileOf(n, 'reference'), await fileOf(m, 'current'), { drift, kinds, compat });
      expect(strayNumbers(report)).toEqual([]);
      expect(unexplainedNulls(report.dataDrift)).toEqual([]);
      for (const column of report.dataDrift.columns) {
        if (column.status === 'not-tested') expect(column.notTested.sentence, column.column).not.toBe('');
        if (column.status === 'not-tested') expect(column.notTested.reason, column.column).not.toBe('failed');
      }
    }
  });

  it('says the same whatever the order of the rows', async () => {
    const settings = { drift: { method: id }, kinds };
    const shuffled = 'order by hash(coalesce(fine, 0), kinds, tiny)';
    const [plain, mixed] = [
      await compareFiles(await fileOf(300, 'reference'), await fileOf(260, 'current'), settings),
      await compareFiles(await fileOf(300, 'reference', shuffled), await fileOf(260, 'current', shuffled), settings),
    ];
    const scores = ({ dataDrift }: ComparedDatasets) =>
      dataDrift.columns.map(({ column, driftScore, drifted }) => ({ column, driftScore, drifted }));
    expect(scores(mixed)).toEqual(scores(plain));
  });
});
