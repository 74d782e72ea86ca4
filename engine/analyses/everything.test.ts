import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { driftReport, type DriftReport } from '#shared/domain/report.ts';
import { sections } from '#shared/domain/sections.ts';
import { reportSettings, type ReportSettingsInput } from '#shared/domain/settings.ts';
import { makeDataFolder, type DataFolder } from '../../fixtures/data/writeData.ts';
import { unexplainedNulls } from '../../fixtures/reports/unexplainedNulls.ts';
import { createEngine, type Engine } from '../index.ts';
import { unattended, type JobContext } from '../jobs/pacer.ts';
import { reportTable } from '../report/reportTable.ts';

let data: DataFolder;
let engine: Engine;

beforeAll(() => {
  data = makeDataFolder();
  engine = createEngine({ workspace: null, host: 'test', roots: null });
});
afterAll(async () => {
  await engine.close();
  data.remove();
});

const uniform = (draw: number, seed: number): string => `((hash(i * 1000 + ${draw} + ${seed} * 7919) >> 11)::double / 9007199254740992)`;

/** Twenty columns of all kinds, among them what the sections on models need. */
function twentyColumns(rows: number, seed: number, shift: number): string {
  const numbers = Array.from({ length: 8 }, (_, k) => {
    const value = `round(-ln(${uniform(k, seed)} + 1e-9) * 10 + ${k === 0 ? shift : 0}, 3)`;
    return `${k % 3 === 0 ? `case when ${uniform(k + 50, seed)} < 0.05 then null else ${value} end` : value} as "number ${k}"`;
  });
  const categories = Array.from(
    { length: 5 },
    (_, k) => `'value ' || floor(power(${uniform(k + 20, seed)}, 2) * ${3 + k * 4})::int as "category ${k}"`,
  );
  const word = (k: number): string =>
    `['late', 'parcel', 'broken', 'thanks', 'refund', 'quick'][1 + (${uniform(k + 70, seed)} * ${shift === 0 ? 4 : 6})::int % 6]`;
  const score = `1 / (1 + exp(-(${uniform(0, seed)} * 4 - 2)))`;
  return `select i as row_id, timestamp '2026-01-01' + interval (i) minute as at, ${[...numbers, ...categories].join(', ')},
    ${word(1)} || ' ' || ${word(2)} || ' ' || ${word(3)} || '!' as comment,
    'query ' || (i % 40) as query, ['a', 'b', 'c'][1 + (${uniform(90, seed)} * 3)::int % 3] as region,
    round(${score}, 4) as score, (${uniform(99, seed)} < ${score})::int as outcome
    from range(${rows}) t(i)`;
}

/** The first place where something stands that is no number where a number was expected; null where there is none. */
function noNumber(text: string): string | null {
  return /<td[^>]*>\s*(?:≈ )?(?:NaN|undefined)\b.{0,40}|="[^"]*\bNaN\b[^"]*"|\[object|(?:undefined|NaN) %/.exec(text)?.[0] ?? null;
}

const everything = sections.all.map(({ id }) => id);

const roles = { id: 'row_id', datetime: 'at', target: 'outcome', prediction: 'score' };

async function report(settings: ReportSettingsInput, rows: [string, string], context: JobContext = unattended): Promise<DriftReport> {
  const [reference, current] = [await data.write('reference.parquet', rows[0]), await data.write('current.parquet', rows[1])];
  const input = {
    reference: { path: reference },
    current: { path: current },
    settings: reportSettings.parse({ sections: everything, ...settings }),
  };
  return engine.api.reports.create(input, context);
}

const tasks: Record<string, ReportSettingsInput> = {
  classification: { roles, kinds: { comment: 'text' } },
  regression: { roles: { ...roles, target: 'number 1', prediction: 'number 2' }, kinds: { comment: 'text' } },
  'weighted classification': { roles: { ...roles, weight: 'number 1' }, kinds: { comment: 'text' } },
  'weighted regression': {
    roles: { ...roles, target: 'number 1', prediction: 'number 2', weight: 'number 4' },
    kinds: { comment: 'text' },
  },
  'weights that cannot weigh': {
    roles: { ...roles, weight: 'category 1' },
    kinds: { comment: 'text' },
    fairness: { sensitive: ['region'] },
  },
  'no model': { roles: { id: 'row_id', datetime: 'at' }, kinds: { comment: 'text' } },
};

describe('a report with every section', () => {
  test.each(Object.entries(tasks))('fits its schema, says why each null number is one, and no section fails: %s', async (_, settings) => {
    const made = await report(settings, [twentyColumns(1200, 1, 0), twentyColumns(900, 2, 4)]);
    expect(made.findings.filter(({ code }) => code === 'analysis-failed')).toEqual([]);
    expect(driftReport.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
    expect(unexplainedNulls(made)).toEqual([]);
    expect(noNumber(reportTable(made))).toBeNull();
    const { content, bytes } = await engine.api.reports.render({ id: made.id, format: 'html' }, unattended);
    expect(noNumber(content)).toBeNull();
    expect(bytes).toBeLessThan(800_000);
  });

  const hostile: Record<string, string> = {
    'no row': "select * from (select 1.5 as x, 'a' as c, 1 as y, 0.5 as p, 'some words' as t) where false",
    'one row': "select 1.5 as x, 'a' as c, 1 as y, 0.5 as p, 'some words' as t",
    'nothing but null':
      'select null::double as x, null::varchar as c, null::int as y, null::double as p, null::varchar as t from range(50)',
    'one value': "select 1.5 as x, 'a' as c, 1 as y, 0.5 as p, 'same words' as t from range(50)",
    infinite:
      "select case when i % 2 = 0 then 'Infinity'::double else '-Infinity'::double end as x, 'a' || i % 3 as c, (i % 2)::int as y, 'NaN'::double as p, '' as t from range(50) t(i)",
  };
  const usual =
    "select i * 0.37 as x, 'c' || i % 5 as c, (i % 2)::int as y, (i % 10) / 10.0 as p, 'word' || i % 7 || ' and more' as t from range(60) t(i)";
  const model = { roles: { target: 'y', prediction: 'p' }, kinds: { t: 'text', c: 'categorical', x: 'numeric' } } as const;
  test.each(Object.entries(hostile))('survives %s, on either side and on both', async (_, rows) => {
    for (const pair of [
      [rows, usual],
      [usual, rows],
      [rows, rows],
    ] satisfies [string, string][]) {
      const made = await report(model, pair);
      expect(made.findings.filter(({ code }) => code === 'analysis-failed')).toEqual([]);
      expect(unexplainedNulls(made)).toEqual([]);
      expect(noNumber((await engine.api.reports.render({ id: made.id, format: 'html' }, unattended)).content)).toBeNull();
    }
  });

  test('can be cancelled whenever it says how far it is', async () => {
    const steps: number[] = [];
    const pair: [string, string] = [twentyColumns(300, 1, 0), twentyColumns(300, 2, 4)];
    await report(tasks['classification']!, pair, { signal: unattended.signal, progress: ({ share }) => steps.push(share ?? 0) });
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    for (let at = 0; at < steps.length - 1; at += Math.ceil(steps.length / 12)) {
      const controller = new AbortController();
      let step = 0;
      const context: JobContext = { signal: controller.signal, progress: () => step++ === at && controller.abort() };
      await expect(report(tasks['classification']!, pair, context)).rejects.toMatchObject({ code: 'E_CANCELLED' });
    }
  });
});
