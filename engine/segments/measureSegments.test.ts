import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { performanceBySegment, type PerformanceBySegment, type SegmentSide } from '#shared/domain/performanceBySegment.ts';
import { reportSettings, type ReportSettingsInput } from '#shared/domain/settings.ts';
import { makeDataFolder, type DataFolder } from '../../fixtures/data/writeData.ts';
import { unexplainedNulls } from '../../fixtures/reports/unexplainedNulls.ts';
import { compareDatasets, type ComparedDatasets } from '../drift/compareDatasets.ts';
import { unattended } from '../jobs/pacer.ts';

let folder: DataFolder;
beforeAll(() => {
  folder = makeDataFolder();
});
afterAll(() => folder.remove());

const uniform = (salt: number): string => `(hash(i * 17 + ${salt}) / 18446744073709551616.0)`;

/** Fares by city: the model is further off in one of them, and on current further still. */
const fares = (rows: number, salt: number, factor = 1): string =>
  `select city, km, fare, fare + (${uniform(salt + 1)} - 0.5) * case when city = 'Ulm' then ${8 * factor} else 2 end as guess,
     fare > 12 as dear, round(least(1, greatest(0, 0.5 + (fare - 12) / 20 + 0.6 * (${uniform(salt + 2)} - 0.5))), 3) as chance, i
   from (select i, case when i % 50 = 0 then null else ['Ulm', 'Bonn', 'Köln'][1 + i % 3] end as city,
     round(20 * ${uniform(salt)}, 2) as km, round(3 + 18 * ${uniform(salt)}, 2) as fare from range(${rows}) as r(i))`;

let files = 0;
async function compared(reference: string, current: string, settings: ReportSettingsInput): Promise<ComparedDatasets> {
  const write = async (sql: string): Promise<{ path: string }> => ({ path: await folder.write(`${files++}.parquet`, sql) });
  const given = reportSettings.parse({ sections: ['performance', 'performance-by-segment'], ...settings });
  return compareDatasets({ reference: await write(reference), current: await write(current), settings: given }, unattended);
}

async function bySegment(reference: string, current: string, settings: ReportSettingsInput): Promise<PerformanceBySegment> {
  const { performanceBySegment: found, findings, performance } = await compared(reference, current, settings);
  if (found === null) throw new Error(findings.map(({ sentence }) => sentence).join(' '));
  expect(performanceBySegment.parse(found)).toEqual(found);
  expect(unexplainedNulls(found)).toEqual([]);
  for (const side of ['reference', 'current'] as const)
    for (const { metric, value } of found.overall[side]!.metrics) {
      const truth = performance!.metrics.find((row) => row.metric === metric)![side];
      if (value === null || truth === null) expect(value, metric).toBe(truth);
      else expect(Math.abs(value - truth), metric).toBeLessThan(1e-9 * Math.max(1, Math.abs(truth)));
    }
  return found;
}

const regression = { roles: { target: 'fare', prediction: 'guess' } };
const probability = { roles: { target: 'dear', prediction: 'chance' } };
/** Numbers to the twelve digits that docs promise. */
const rounded = (section: PerformanceBySegment): unknown =>
  JSON.parse(JSON.stringify(section, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(12)) : value)));

const valueOf = (side: SegmentSide | null, metric: string) => side!.metrics.find((each) => each.metric === metric)!;

describe('regression by segment', () => {
  it('is what the rows of each segment give alone', async () => {
    const [reference, current] = [fares(3000, 1), fares(2000, 50, 3)];
    const { columns } = await bySegment(reference, current, { ...regression, segments: { by: ['city', 'km'] } });
    const [city, km] = columns;
    expect(city!.segments.map(({ label }) => label)).toEqual(['Bonn', 'Köln', 'Ulm', '(missing)']);
    expect(km!.cut).toBe('quarters');
    expect(km!.segments).toHaveLength(4);
    for (const { label, reference: then, current: now } of city!.segments.slice(0, 3)) {
      const alone = await bySegment(
        `select * from (${reference}) where city = '${label}'`,
        `select * from (${current}) where city = '${label}'`,
        {
          ...regression,
          segments: { confidence: 0.9, replicates: 50 },
        },
      );
      for (const [side, whole] of [
        [then, alone.overall.reference],
        [now, alone.overall.current],
      ] as const) {
        expect(side!.rows).toBe(whole!.rows);
        for (const { metric, value } of side!.metrics) expect(value!, metric).toBeCloseTo(valueOf(whole, metric).value!, 9);
      }
    }
    const ulm = city!.segments.find(({ label }) => label === 'Ulm')!;
    expect(valueOf(ulm.current, 'mae').value! / valueOf(ulm.reference, 'mae').value!).toBeCloseTo(3, 0);
  });

  it('has intervals, the same ones whatever the order of rows', async () => {
    const settings = { ...regression, segments: { by: ['city'], confidence: 0.95, replicates: 200 } };
    const once = await bySegment(fares(1500, 1), fares(900, 50), settings);
    const shuffled = (sql: string): string => `select * from (${sql}) order by hash(i)`;
    expect(rounded(await bySegment(shuffled(fares(1500, 1)), shuffled(fares(900, 50)), settings))).toEqual(rounded(once));
    for (const { metric, value, interval, reasons } of once.overall.current!.metrics) {
      if (metric === 'max-error') expect([interval, reasons]).toEqual([null, { interval: 'extreme-value' }]);
      else expect(interval![0] < value! && value! < interval![1], metric).toBe(true);
    }
  });

  it('has intervals as wide as the standard error asks for', async () => {
    const { overall } = await bySegment(fares(4000, 1), fares(4000, 3), {
      ...regression,
      segments: { confidence: 0.95, replicates: 1000 },
    });
    const { value, interval } = valueOf(overall.current, 'mean-error');
    const deviation = valueOf(overall.current, 'error-standard-deviation').value!;
    const expected = (1.96 * deviation) / Math.sqrt(4000);
    for (const half of [value! - interval![0], interval![1] - value!]) expect(half / expected).toBeCloseTo(1, 0);
  });
});

describe('classes by segment', () => {
  it('from probabilities are what the rows of each segment give alone', async () => {
    const [reference, current] = [fares(3000, 1), fares(2000, 50)];
    const { columns } = await bySegment(reference, current, { ...probability, segments: { by: ['city'] } });
    const bonn = columns[0]!.segments[0]!;
    const where = (sql: string): string => `select * from (${sql}) where city = 'Bonn'`;
    const alone = await bySegment(where(reference), where(current), { ...probability, segments: { confidence: 0.9, replicates: 50 } });
    expect(bonn.current!.rows).toBe(alone.overall.current!.rows);
    for (const { metric, value } of bonn.current!.metrics)
      expect(value!, metric).toBeCloseTo(valueOf(alone.overall.current, metric).value!, 12);
  });

  it('have intervals around every metric', async () => {
    const { overall } = await bySegment(fares(3000, 1), fares(2000, 50), {
      ...probability,
      segments: { confidence: 0.95, replicates: 300 },
    });
    for (const { metric, value, interval, reasons } of overall.current!.metrics) {
      if (reasons['value'] === 'two-classes') continue;
      expect(interval, metric).toBeDefined();
      expect(interval![1] - interval![0], metric).toBeGreaterThan(0);
      if (metric !== 'ece') expect(interval![0] < value! && value! < interval![1], metric).toBe(true);
    }
    const { value, interval } = valueOf(overall.current, 'accuracy');
    expect((interval![1] - interval![0]) / (2 * 1.96 * Math.sqrt((value! * (1 - value!)) / 2000))).toBeCloseTo(1, 0);
  });

  it('from labels work with more than two classes and strange names', async () => {
    const labels = (salt: number): string =>
      `select ['a', 'b''s', 'c"d'][1 + (hash(i + ${salt}) % 3)::int] as y, ['a', 'b''s', 'c"d'][1 + (hash(i + ${salt} + (i % 5 = 0)::int) % 3)::int] as p,
         case i % 2 when 0 then 'x''y' else '' end as "se""g" from range(400) as r(i)`;
    const settings = { roles: { target: 'y', prediction: 'p' }, segments: { by: ['se"g'], confidence: 0.9, replicates: 60 } };
    const { columns } = await bySegment(labels(1), labels(9), settings);
    expect(columns[0]!.segments.map(({ label }) => label)).toEqual(['(empty)', "x'y"]);
    expect(valueOf(columns[0]!.segments[0]!.current, 'accuracy').value).toBeGreaterThan(0.5);
  });
});

describe('columns of probabilities', () => {
  it('of several classes give scores by segment, and intervals of every metric', async () => {
    const three = (salt: number): string =>
      `select y, ['u', 'v'][1 + i % 2] as g, p0 / t as a, p1 / t as b, p2 / t as c from (select *, p0 + p1 + p2 as t from (
         select i, ['a', 'b', 'c'][1 + (hash(i + ${salt}) % 3)::int] as y, ${uniform(salt + 1)} + (y = 'a')::int as p0,
           ${uniform(salt + 2)} + (y = 'b')::int as p1, ${uniform(salt + 3)} + (y = 'c')::int as p2 from range(900) as r(i)))`;
    const settings = {
      roles: { target: 'y', probabilities: { a: 'a', b: 'b', c: 'c' } },
      segments: { by: ['g'], confidence: 0.9, replicates: 60 },
    };
    const { overall, columns } = await bySegment(three(1), three(40), settings);
    expect(valueOf(columns[0]!.segments[0]!.current, 'roc-auc').value).toBeGreaterThan(0.8);
    expect(valueOf(overall.current, 'accuracy').interval).toBeDefined();
    for (const { metric, interval, reasons } of overall.current!.metrics) {
      if (reasons['value'] === undefined) expect(interval, metric).toHaveLength(2);
    }
  });

  it('beside labels decide nothing but the scores', async () => {
    const settings = {
      roles: { target: 'dear', prediction: 'said', probabilities: { true: 'chance' } },
      segments: { confidence: 0.9, replicates: 60 },
    };
    const said = (sql: string): string => `select *, fare > 13 as said from (${sql})`;
    const { overall } = await bySegment(said(fares(900, 1)), said(fares(700, 9)), settings);
    for (const id of ['accuracy', 'roc-auc', 'log-loss']) expect(valueOf(overall.current, id).interval, id).toBeDefined();
  });
});

describe('segments', () => {
  it('that are too small have no metrics, and say so', async () => {
    const { columns } = await bySegment(fares(300, 1), fares(300, 5), { ...regression, segments: { by: ['city'], minimumRows: 20 } });
    const missing = columns[0]!.segments.at(-1)!;
    expect(missing.label).toBe('(missing)');
    expect(missing.current!.rows).toBe(6);
    expect(missing.current!.metrics[0]).toEqual({ metric: 'mae', value: null, reasons: { value: 'too-few-rows' } });
  });

  it('of many values keep the most common ones, and the others share one', async () => {
    const many = (sql: string): string => `select *, 'v' || least(40, i % 100) as v from (${sql})`;
    const { columns } = await bySegment(many(fares(3000, 1)), many(fares(3000, 4)), { ...regression, segments: { by: ['v'] } });
    expect(columns[0]!.segments).toHaveLength(13);
    expect(columns[0]!.segments[0]!.label).toBe('v40');
    expect(columns[0]!.segments.at(-1)!.label).toBe('(other values)');
    expect(columns[0]!.otherValues).toBe(29);
  });

  it('say what is missing, and refuse a column that there is not', async () => {
    const sentences = async (settings: ReportSettingsInput): Promise<string> =>
      (await compared(fares(50, 1), fares(50, 2), settings)).findings.map(({ sentence }) => sentence).join(' ');
    expect(await sentences({ roles: {}, segments: { by: ['city'] } })).toContain('name the columns of the model’s target');
    await expect(compared(fares(50, 1), fares(50, 2), { ...regression, segments: { by: ['cty'] } })).rejects.toMatchObject({
      code: 'E_COLUMN_UNKNOWN',
    });
  });

  it('come from the first features of few categories where no column is named', async () => {
    const { columns } = await bySegment(fares(300, 1), fares(300, 2), regression);
    expect(columns.map(({ column }) => column)).toEqual(['city', 'dear']);
    const numbers = (sql: string): string => `select km, fare, guess from (${sql})`;
    expect((await bySegment(numbers(fares(300, 1)), numbers(fares(300, 2)), regression)).columns.map(({ column }) => column)).toEqual([
      'km',
    ]);
  });

  it('of hostile data have values or reasons', async () => {
    const hostile = [
      `select 1.5::double as fare, 2.5::double as guess, null::varchar as city`,
      `select null::double as fare, 2.5::double as guess, 'a' as city`,
      `select * from (values ('infinity'::double, 1.5::double, 'a'), (-1.7e308, 1.7e308, 'a'), (1e200, -1e200, 'b'), (2.5, 2.5, 'b')) as r(fare, guess, city)`,
      `select 2.5::double as fare, 2.5::double as guess, 'a' as city from range(40)`,
    ];
    const segments = { by: ['city'], minimumRows: 1, confidence: 0.9, replicates: 50 };
    for (const sql of hostile) {
      const { performanceBySegment: found, findings } = await compared(sql, sql, {
        ...regression,
        performance: { task: 'regression' },
        segments,
      });
      expect(findings.map(({ code }) => code)).not.toContain('analysis-failed');
      expect(unexplainedNulls(found)).toEqual([]);
      expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    }
  });
});
