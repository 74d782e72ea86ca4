import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { estimatedPerformance, type ClassificationEstimate, type EstimatedMetric } from '#shared/domain/estimatedPerformance.ts';
import { reportSettings, type ReportSettingsInput } from '#shared/domain/settings.ts';
import { makeDataFolder, type DataFolder } from '../../fixtures/data/writeData.ts';
import { unexplainedNulls } from '../../fixtures/reports/unexplainedNulls.ts';
import { compareDatasets, type ComparedDatasets } from '../drift/compareDatasets.ts';
import { unattended } from '../jobs/pacer.ts';

const uniform = (i: string, salt: number): string => `(hash(${i} * 31 + ${salt}) / 18446744073709551616.0)`;

interface Made {
  readonly rows: number;
  readonly salt: number;
  /** SQL of x, which decides the true chance, from a uniform u. */
  readonly x: string;
  /** SQL of the label; `label` is what came true. */
  readonly label?: string;
  readonly order?: string;
}

/** The true chance is p; the model is sure of itself beyond reason: it says p² / (p² + (1 − p)²). */
function rowsSql({ rows, salt, x, label = 'label', order = 'i' }: Made): string {
  const drawn = `select i, ${uniform('i', salt)} as u, ${uniform('i', salt + 7)} as v from range(${rows}) as r(i)`;
  const chances = `select i, v, 1 / (1 + exp(-4 * ((${x}) - 0.5))) as p from (${drawn})`;
  const scored = `select i, round(p * p / (p * p + (1 - p) * (1 - p)), 4) as score, (v < p)::int as label from (${chances})`;
  return `select i, score, ${label} as y, timestamp '2024-01-01' + to_hours(i::int) as moment from (${scored}) order by ${order}`;
}

let folder: DataFolder;
beforeAll(() => {
  folder = makeDataFolder();
});
afterAll(() => folder.remove());

const roles = { target: 'y', prediction: 'score' };
let files = 0;

async function compared(reference: string, current: string, settings: ReportSettingsInput = {}): Promise<ComparedDatasets> {
  const write = (sql: string): Promise<string> => folder.write(`${files++}.parquet`, sql);
  const paths = { reference: { path: await write(reference) }, current: { path: await write(current) } };
  const given = reportSettings.parse({ sections: ['estimated-performance'], roles, ...settings });
  return compareDatasets({ ...paths, settings: given }, unattended);
}

async function estimate(reference: string, current: string, settings: ReportSettingsInput = {}): Promise<ClassificationEstimate> {
  const { estimatedPerformance: found, findings } = await compared(reference, current, settings);
  if (found?.task !== 'classification') throw new Error(findings.map(({ sentence }) => sentence).join(' '));
  expect(estimatedPerformance.parse(found)).toEqual(found);
  expect(unexplainedNulls(found)).toEqual([]);
  return found;
}

const metricOf = ({ metrics }: ClassificationEstimate, id: string): EstimatedMetric => metrics.find(({ metric }) => metric === id)!;

const usual = rowsSql({ rows: 30_000, salt: 1, x: 'u' });
/** Most rows now lie where the model is least sure. */
const harder = { rows: 20_000, salt: 2, x: '0.3 + 0.4 * u' };

describe('with labels withheld and most rows where the model is least sure', () => {
  it('the estimate is within its band of what came true, and nearer to it than the performance on the reference', async () => {
    const blind = await estimate(usual, rowsSql({ ...harder, label: 'null::int' }));
    const seen = await estimate(usual, rowsSql(harder));
    expect(blind.rows.current).toEqual({ rows: 20_000, used: 20_000, labelled: 0 });
    expect(seen.rows.current.labelled).toBe(20_000);
    for (const { metric, current, reference } of seen.metrics) {
      const unseen = metricOf(blind, metric).current;
      expect(unseen).toMatchObject({ estimated: current.estimated, low: current.low, high: current.high, realised: null });
      const truth = current.realised!;
      expect(truth, metric).toBeGreaterThan(unseen.low!);
      expect(truth, metric).toBeLessThan(unseen.high!);
      expect(Math.abs(unseen.estimated! - truth), metric).toBeLessThan(Math.abs(reference.realised! - truth) / 3);
    }
    expect(seen.calibration.used).toBe(true);
    expect(metricOf(blind, 'accuracy').verdict).toBe('worse');
  });

  it('the cells of the confusion matrix sum to the rows and are near what came true', async () => {
    const { matrix } = await estimate(usual, rowsSql(harder));
    expect(matrix.reduce((sum, { estimated }) => sum + estimated, 0)).toBeCloseTo(20_000, 6);
    for (const { estimated, realised, low, high } of matrix) {
      expect(realised!).toBeGreaterThan(low!);
      expect(realised!).toBeLessThan(high!);
      expect(Math.abs(estimated - realised!)).toBeLessThan(400);
    }
  });
});

describe('what is estimated', () => {
  it('needs no target column in current', async () => {
    const without = `select i, score, moment from (${rowsSql(harder)})`;
    const withNulls = await estimate(usual, rowsSql({ ...harder, label: 'null::int' }));
    expect((await estimate(usual, without)).metrics).toEqual(withNulls.metrics);
  });

  it('takes the labels of the model where they stand beside probabilities', async () => {
    const said = (sql: string): string => `select *, (score >= 0.3)::int as said from (${sql})`;
    const both = { roles: { target: 'y', prediction: 'said', probabilities: { '1': 'score' } } };
    const byLabels = await estimate(said(usual), said(rowsSql(harder)), both);
    const byThreshold = await estimate(usual, rowsSql(harder), { performance: { probabilityThreshold: 0.3 } });
    expect(byLabels.metrics).toEqual(byThreshold.metrics);
    const without = `select score, said from (${said(rowsSql(harder))})`;
    expect((await estimate(said(usual), without, both)).metrics[0]!.current.estimated).toBe(byLabels.metrics[0]!.current.estimated);
    const twoColumns = (sql: string): string => `select *, 1 - score as other from (${sql})`;
    const highest = await estimate(twoColumns(usual), twoColumns(rowsSql(harder)), {
      roles: { target: 'y', probabilities: { '1': 'score', '0': 'other' } },
    });
    const half = await estimate(usual, rowsSql(harder));
    for (const { metric, current } of highest.metrics) expect(current.estimated).toBeCloseTo(metricOf(half, metric).current.estimated!, 2);
  });

  it('uses what labels there are, and says how many', async () => {
    const { rows, metrics } = await estimate(usual, rowsSql({ ...harder, label: 'case when i % 10 = 0 then label end' }));
    expect(rows.current).toMatchObject({ used: 20_000, labelled: 2000 });
    for (const { current } of metrics) expect(current.realised).not.toBeNull();
  });

  it('is the same whatever the order of rows', async () => {
    const once = await estimate(usual, rowsSql(harder));
    const again = rowsSql({ rows: 30_000, salt: 1, x: 'u', order: 'hash(i)' });
    expect(await estimate(again, rowsSql({ ...harder, order: 'v, i' }).replace('order by v, i', 'order by hash(i + 3)'))).toEqual(once);
  });

  it('on the reference itself is what it realised, but for chance', async () => {
    const { metrics } = await estimate(usual, usual);
    for (const { current, verdict } of metrics) {
      expect(current.realised!).toBeGreaterThan(current.low!);
      expect(current.realised!).toBeLessThan(current.high!);
      expect(verdict).toBe('usual');
    }
  });

  it('keeps probabilities that are right already', async () => {
    const right = (sql: string): string =>
      `select i, moment, y, round(sqrt(score) / (sqrt(score) + sqrt(1 - score)), 4) as score from (${sql})`;
    const { calibration } = await estimate(right(usual), right(usual));
    expect(calibration.errorBefore!).toBeLessThan(0.01);
    expect(calibration.errorAfter!).toBeLessThan(0.015);
  });
});

describe('chunks', () => {
  it('are stretches of time where the time of a row is named', async () => {
    const { chunks, metrics } = await estimate(usual, rowsSql(harder), { roles: { ...roles, datetime: 'moment' } });
    expect(chunks.by).toBe('time');
    expect(chunks.reference.map(({ rows }) => rows)).toEqual(Array.from({ length: 10 }, () => 3000));
    expect(chunks.current).toHaveLength(10);
    expect(chunks.reference[0]!.from).toBe('2024-01-01T00:00:00.000Z');
    expect(metricOf({ metrics } as ClassificationEstimate, 'roc-auc').chunks).toHaveLength(20);
  });

  it('are dealt out by chance otherwise, and are too few where the reference is small', async () => {
    const { chunks, metrics } = await estimate(usual, rowsSql(harder), { estimation: { chunks: 5 } });
    expect(chunks.by).toBe('chance');
    expect(chunks.reference).toHaveLength(5);
    expect(chunks.reference.reduce((sum, { rows }) => sum + rows, 0)).toBe(30_000);
    expect(chunks.current).toEqual([]);
    expect(metrics[0]!.chunks).toHaveLength(5);
    const small = await estimate(rowsSql({ rows: 80, salt: 1, x: 'u' }), rowsSql(harder));
    expect(small.metrics.map(({ verdict }) => verdict)).toEqual(small.metrics.map(() => 'unknown'));
    expect(small.metrics[0]!.reasons).toEqual({ lowerThreshold: 'too-few-rows', upperThreshold: 'too-few-rows' });
  });
});

describe('whatever the data are', () => {
  const values = (rows: string): string => `select a as score, b as y from (values ${rows}) as r(a, b)`;
  const hostile = {
    'one row': values('(0.4::double, 1)'),
    'one class': values('(0.4, 1), (0.7, 1), (0.2, 1)'),
    constant: values('(0.5, 1), (0.5, 0), (0.5, 1)'),
    'infinite and null': values("('infinity'::double, 1), (null, 0), ('nan'::double, 1), (0.3, 0), (0.8, 1)"),
  };
  it.each(Object.entries(hostile))('%s: every number is finite or has its reason, or a sentence says why there is none', async (_, sql) => {
    for (const [reference, current] of [
      [sql, usual],
      [usual, sql],
      [sql, sql],
    ] as const) {
      const result = await compared(reference, current, { performance: { task: 'classification' } });
      expect(unexplainedNulls(result.estimatedPerformance)).toEqual([]);
      expect(JSON.parse(JSON.stringify(result.estimatedPerformance))).toEqual(result.estimatedPerformance);
      expect(result.findings.some(({ code }) => code === 'analysis-failed')).toBe(false);
      if (result.estimatedPerformance === null) expect(result.findings.map(({ code }) => code)).toContain('section-left-out');
    }
  });

  it('says what is missing', async () => {
    const sentences = async (settings: ReportSettingsInput, current = usual): Promise<string> =>
      (await compared(usual, current, settings)).findings.map(({ sentence }) => sentence).join(' ');
    expect(await sentences({ roles: {} })).toContain('name the columns of its target');
    expect(await sentences({}, `select i, y from (${usual})`)).toContain('both sides must have every column of predictions');
    expect(await sentences({ roles: { target: 'y', prediction: 'y' } })).toContain('needs the probability');
    expect(await sentences({}, `select i, 2 * score as score from (${usual})`)).toContain('beyond [0, 1]');
  });
});
