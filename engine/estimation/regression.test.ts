import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { estimatedPerformance, type EstimatedMetric, type RegressionEstimate } from '#shared/domain/estimatedPerformance.ts';
import { reportSettings, type ReportSettingsInput } from '#shared/domain/settings.ts';
import { makeDataFolder, type DataFolder } from '../../fixtures/data/writeData.ts';
import { unexplainedNulls } from '../../fixtures/reports/unexplainedNulls.ts';
import { compareDatasets, type ComparedDatasets } from '../drift/compareDatasets.ts';
import { unattended } from '../jobs/pacer.ts';

const uniform = (salt: number): string => `(hash(i * 31 + ${salt}) / 18446744073709551616.0)`;

interface Made {
  readonly rows: number;
  readonly salt: number;
  /** SQL of the distance from a uniform u. */
  readonly km?: string;
  readonly label?: string;
}

/** Fares: the longer the way and the more rain, the further off the guess. */
const fares = ({ rows, salt, km = '20 * u', label = 'fare' }: Made): string =>
  `select km, weather, guess, moment, ${label} as fare from (
     select *, 5 + 2 * km as guess, 5 + 2 * km + (v - 0.5) * (1 + 0.4 * km) * case when weather = 'rain' then 3 else 1 end as fare
     from (select i, ${km} as km, v, ['dry', 'rain', 'fog'][1 + (i % 3)] as weather, timestamp '2024-03-01' + to_minutes(i::int) as moment
       from (select i, ${uniform(salt)} as u, ${uniform(salt + 7)} as v from range(${rows}) as r(i))))`;

let folder: DataFolder;
beforeAll(() => {
  folder = makeDataFolder();
});
afterAll(() => folder.remove());

const roles = { target: 'fare', prediction: 'guess' };
let files = 0;

async function compared(reference: string, current: string, settings: ReportSettingsInput = {}): Promise<ComparedDatasets> {
  const write = async (sql: string): Promise<{ path: string }> => ({ path: await folder.write(`${files++}.parquet`, sql) });
  const given = reportSettings.parse({ sections: ['estimated-performance'], roles, performance: { task: 'regression' }, ...settings });
  return compareDatasets({ reference: await write(reference), current: await write(current), settings: given }, unattended);
}

async function estimate(reference: string, current: string, settings: ReportSettingsInput = {}): Promise<RegressionEstimate> {
  const { estimatedPerformance: found, findings } = await compared(reference, current, settings);
  if (found?.task !== 'regression') throw new Error(findings.map(({ sentence }) => sentence).join(' '));
  expect(estimatedPerformance.parse(found)).toEqual(found);
  expect(unexplainedNulls(found)).toEqual([]);
  return found;
}

const usual = fares({ rows: 12_000, salt: 1 });
const longer = { rows: 8000, salt: 2, km: '12 + 8 * u' };
const metricOf = ({ metrics }: RegressionEstimate, id: string): EstimatedMetric => metrics.find(({ metric }) => metric === id)!;

describe.each(['segments', 'boosted'] as const)('with targets withheld and longer ways than before, by %s', (errors) => {
  it('the estimate is within its band of what came true, and nearer to it than the error on the reference', async () => {
    const blind = await estimate(usual, fares({ ...longer, label: 'null::double' }), { estimation: { errors } });
    const seen = await estimate(usual, fares(longer), { estimation: { errors } });
    expect(blind.rows.current).toEqual({ rows: 8000, used: 8000, labelled: 0 });
    expect(seen.rows.current.labelled).toBe(8000);
    for (const { metric, current, reference } of seen.metrics) {
      const unseen = metricOf(blind, metric).current;
      expect(unseen).toMatchObject({ estimated: current.estimated, realised: null });
      const truth = current.realised!;
      const missed = Math.abs(unseen.estimated! - truth);
      // The percentage error hardly moves: there is nothing to be nearer to.
      if (metric !== 'mape') expect(missed, metric).toBeLessThan(Math.abs(reference.realised! - truth) / 3);
      // Segments are coarse: of the longest ways they know only the mean.
      if (errors === 'boosted' || metric === 'mape') expect(truth > unseen.low! && truth < unseen.high!, metric).toBe(true);
    }
    expect(metricOf(blind, 'mae').verdict).toBe('worse');
    expect(blind.features.map(({ column }) => column)).toContain('weather');
  });

  it('what is estimated on the reference itself is what it realised', async () => {
    const { metrics } = await estimate(usual, usual, { estimation: { errors } });
    for (const { metric, current, verdict } of metrics) {
      expect(current.estimated! / current.realised!, metric).toBeCloseTo(1, 1);
      expect(verdict).toBe('usual');
    }
  });

  it('needs no target column in current, and follows time where it is named', async () => {
    const without = `select km, weather, guess, moment from (${fares(longer)})`;
    const { metrics, chunks } = await estimate(usual, without, {
      roles: { ...roles, datetime: 'moment' },
      estimation: { errors, chunks: 6 },
    });
    expect(chunks).toMatchObject({ by: 'time' });
    expect(chunks.reference).toHaveLength(6);
    for (const { rows } of chunks.reference) expect(Math.abs(rows - 2000)).toBeLessThan(3);
    expect(metrics[0]!.chunks).toHaveLength(12);
    expect(metrics[0]!.chunks.every(({ estimated }) => estimated !== null)).toBe(true);
  });
});

describe('segments', () => {
  it('are leaves of a tree in words, and their rows are all rows', async () => {
    const { segments, rows } = await estimate(usual, fares(longer));
    expect(segments.length).toBeGreaterThan(3);
    expect(segments.reduce((sum, { reference }) => sum + reference, 0)).toBe(rows.reference.used);
    expect(segments.reduce((sum, { current }) => sum + current, 0)).toBe(rows.current.used);
    const worst = segments.toSorted((a, b) => b.meanAbsoluteError! - a.meanAbsoluteError!)[0]!;
    expect(worst.where).toContain('weather is');
    expect(worst.where).toContain('rain');
  });

  it('weigh the errors of the reference by the rows of current', async () => {
    const section = await estimate(usual, fares(longer));
    const expected = section.segments.reduce(
      (sum, { current, meanAbsoluteError }) => sum + (current / section.rows.current.used) * meanAbsoluteError!,
      0,
    );
    expect(metricOf(section, 'mae').current.estimated).toBeCloseTo(expected, 9);
  });

  it('are one where nothing tells the errors apart', async () => {
    const flat = `select 'a' as weather, 1.5::double as guess, 1 + (i % 2)::double as fare from range(400) as r(i)`;
    const { segments, metrics } = await estimate(flat, flat);
    expect(segments.map(({ where }) => where)).toEqual(['all rows']);
    expect(metrics[0]!.current.estimated).toBe(0.5);
  });
});

describe('whatever the data are', () => {
  const hostile = {
    'one row': `select 1.5::double as km, 2.5::double as guess, 3.5::double as fare`,
    'all null': `select null::double as km, null::double as guess, null::double as fare from range(200)`,
    infinite: `select case when i % 2 = 0 then 'infinity'::double else i end as km, case when i % 7 = 0 then '-infinity'::double else i * 1.5 end as guess, i * 1.6 as fare from range(300) as r(i)`,
    'the ends of doubles': `select i as km, case when i % 2 = 0 then 1e300 else -1e300 end as guess, i * 1e299 as fare from range(300) as r(i)`,
    'targets of 0': `select i as km, 1.5::double as guess, 0.0::double as fare from range(300) as r(i)`,
    'strange names': `select i % 5 as "a ""b"" 'c'", 'x''y' as "n
l", 2.5::double as guess, i * 0.01 as fare from range(300) as r(i)`,
  };
  it.each(Object.entries(hostile))('%s: every number is finite or has its reason, or a sentence says why there is none', async (_, sql) => {
    for (const errors of ['segments', 'boosted'] as const)
      for (const [reference, current] of [
        [sql, usual],
        [usual, sql],
        [sql, sql],
      ] as const) {
        const result = await compared(reference, current, { estimation: { errors } });
        expect(result.findings.filter(({ code }) => code === 'analysis-failed')).toEqual([]);
        expect(unexplainedNulls(result.estimatedPerformance)).toEqual([]);
        expect(JSON.parse(JSON.stringify(result.estimatedPerformance))).toEqual(result.estimatedPerformance);
      }
  });
});
