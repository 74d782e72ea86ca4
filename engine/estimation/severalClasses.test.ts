import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { estimatedPerformance, type ClassificationEstimate, type EstimatedMetric } from '#shared/domain/estimatedPerformance.ts';
import { reportSettings, type ReportSettingsInput } from '#shared/domain/settings.ts';
import { makeDataFolder, type DataFolder } from '../../fixtures/data/writeData.ts';
import { unexplainedNulls } from '../../fixtures/reports/unexplainedNulls.ts';
import { compareDatasets, type ComparedDatasets } from '../drift/compareDatasets.ts';
import { unattended } from '../jobs/pacer.ts';

const uniform = (salt: number): string => `(hash(i * 31 + ${salt}) / 18446744073709551616.0)`;

interface Made {
  readonly rows: number;
  readonly salt: number;
  /** SQL of how far apart the classes are in a row, from a uniform u. */
  readonly apart: string;
  readonly label?: string;
  readonly order?: string;
}

/** The true chances are those of three exponentials; the model is sure of itself beyond reason: it says their squares. */
function rowsSql({ rows, salt, apart, label = 'label', order = 'i' }: Made): string {
  const drawn = `select i, ${uniform(salt)} as u, ${uniform(salt + 5)} as w, ${uniform(salt + 11)} as v from range(${rows}) as r(i)`;
  const heights = `select i, v, exp((${apart}) * w) as a, exp((${apart}) * (1 - w)) as b, exp((${apart}) * abs(2 * w - 1) * 0.8) as c from (${drawn})`;
  const chances = `select i, v, a / (a + b + c) as a, b / (a + b + c) as b, c / (a + b + c) as c from (${heights})`;
  const came = `case when v < a then 'ash' when v < a + b then 'beech' else 'oak' end as label`;
  const squares = ['a', 'b', 'c'].map((x) => `${x} * ${x} / (a * a + b * b + c * c) as p_${x}`).join(', ');
  return `select i, ${squares}, ${label} as y, timestamp '2024-01-01' + to_hours(i::int) as moment from (select *, ${came} from (${chances})) order by ${order}`;
}

let folder: DataFolder;
beforeAll(() => {
  folder = makeDataFolder();
});
afterAll(() => folder.remove());

const roles = { target: 'y', probabilities: { ash: 'p_a', beech: 'p_b', oak: 'p_c' } };
let files = 0;

async function compared(reference: string, current: string, settings: ReportSettingsInput = {}): Promise<ComparedDatasets> {
  const write = (sql: string): Promise<string> => folder.write(`${files++}.parquet`, sql);
  const paths = { reference: { path: await write(reference) }, current: { path: await write(current) } };
  const given = reportSettings.parse({ sections: ['estimated-performance', 'performance'], roles, ...settings });
  return compareDatasets({ ...paths, settings: given }, unattended);
}

function classesOf({ estimatedPerformance: found, findings }: ComparedDatasets): ClassificationEstimate {
  if (found?.task !== 'classification') throw new Error(findings.map(({ sentence }) => sentence).join(' '));
  expect(estimatedPerformance.parse(found)).toEqual(found);
  expect(unexplainedNulls(found)).toEqual([]);
  expect(found.positiveLabel).toBeNull();
  return found;
}

async function estimate(reference: string, current: string, settings: ReportSettingsInput = {}): Promise<ClassificationEstimate> {
  return classesOf(await compared(reference, current, settings));
}

const metricOf = ({ metrics }: Pick<ClassificationEstimate, 'metrics'>, id: string): EstimatedMetric =>
  metrics.find(({ metric }) => metric === id)!;

const usual = rowsSql({ rows: 20_000, salt: 1, apart: '6 * u' });
/** Most rows now lie where the classes are hard to tell apart. */
const harder = { rows: 12_000, salt: 2, apart: '1 + u' };

describe('with labels withheld and most rows where three classes are hard to tell apart', () => {
  it('the estimate is within its band of what came true, and nearer to it than the performance on the reference', async () => {
    const blind = await estimate(usual, rowsSql({ ...harder, label: 'null::varchar' }));
    const seen = await estimate(usual, rowsSql(harder));
    expect(blind.rows.current).toEqual({ rows: 12_000, used: 12_000, labelled: 0 });
    expect(seen.rows.current.labelled).toBe(12_000);
    expect(seen.metrics.map(({ metric }) => metric)).toHaveLength(7);
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

  it('what was realised is what measured performance says, on the whole and by class', async () => {
    const result = await compared(usual, rowsSql(harder));
    const { performance } = result;
    if (performance?.task !== 'classification') throw new Error('not measured');
    const estimated = classesOf(result);
    for (const { metric, current, reference } of estimated.metrics) {
      const measured = performance.metrics.find((row) => row.metric === metric)!;
      expect(current.realised!, metric).toBeCloseTo(measured.current!, 12);
      expect(reference.realised!, metric).toBeCloseTo(measured.reference!, 12);
    }
    for (const [index, { label, metrics }] of estimated.classes.entries()) {
      const { current } = performance.classes[index]!;
      expect(performance.classes[index]!.label).toBe(label);
      expect(metricOf({ metrics } as ClassificationEstimate, 'recall').current.realised).toBeCloseTo(current!.recall!, 12);
      expect(metricOf({ metrics } as ClassificationEstimate, 'roc-auc').current.realised).toBeCloseTo(current!.rocAuc!, 12);
    }
  });

  it('the cells of the confusion matrix sum to the rows and are near what came true', async () => {
    const result = await compared(usual, rowsSql(harder));
    const { classMatrix } = classesOf(result);
    expect(classMatrix.reduce((sum, { estimated }) => sum + estimated, 0)).toBeCloseTo(12_000, 6);
    expect(classMatrix).toHaveLength(9);
    const { performance } = result;
    if (performance?.task !== 'classification') throw new Error('not measured');
    expect(classMatrix.map(({ realised }) => realised)).toEqual(performance.matrix.current!.flat());
    for (const { estimated, realised } of classMatrix) expect(Math.abs(estimated - realised!)).toBeLessThan(300);
  });
});

describe('what is estimated of several classes', () => {
  it('needs no target column in current, and is the same whatever the order of rows', async () => {
    const once = await estimate(usual, rowsSql({ ...harder, label: 'null::varchar' }));
    const without = `select i, p_a, p_b, p_c, moment from (${rowsSql({ ...harder, order: 'hash(i + 3)' })})`;
    expect(await estimate(rowsSql({ rows: 20_000, salt: 1, apart: '6 * u', order: 'hash(i)' }), without)).toEqual(once);
  });

  it('takes the labels of the model where they stand beside probabilities', async () => {
    const said = (sql: string): string => `select *, 'oak' as said from (${sql})`;
    const found = await estimate(said(usual), said(rowsSql(harder)), { roles: { ...roles, prediction: 'said' } });
    const oak = found.classes.find(({ label }) => label === 'oak')!;
    expect(metricOf(found, 'accuracy').current.estimated).toBeCloseTo(oak.metrics[0]!.current.estimated!, 12);
    expect(metricOf(found, 'recall').current.realised).toBeCloseTo(1 / 3, 12);
  });

  it('has chunks of time where the time of a row is named, and chunks by chance otherwise', async () => {
    const timed = await estimate(usual, rowsSql(harder), { roles: { ...roles, datetime: 'moment' } });
    expect(timed.chunks.by).toBe('time');
    expect(timed.chunks.reference.map(({ rows }) => rows)).toEqual(Array.from({ length: 10 }, () => 2000));
    expect(metricOf(timed, 'f1').chunks).toHaveLength(20);
    const dealt = await estimate(usual, rowsSql(harder));
    expect(dealt.chunks.by).toBe('chance');
    expect(dealt.chunks.reference.reduce((sum, { rows }) => sum + rows, 0)).toBe(20_000);
    const { chunks, lowerThreshold, upperThreshold, reference } = metricOf(dealt, 'f1');
    expect(chunks).toHaveLength(10);
    expect(lowerThreshold!).toBeLessThan(reference.realised!);
    expect(upperThreshold!).toBeGreaterThan(reference.realised!);
  });

  it('deals equal rows out over the chunks', async () => {
    const coarse = (sql: string): string =>
      `select y, round(p_a) as p_a, round(p_b) as p_b, 1 - round(p_a) - round(p_b) as p_c from (${sql}) where round(p_a) + round(p_b) <= 1`;
    const { chunks, notSummingToOne } = await estimate(coarse(usual), coarse(rowsSql(harder)));
    expect(notSummingToOne).toEqual({ reference: 0, current: 0 });
    const sizes = chunks.reference.map(({ rows }) => rows);
    expect(Math.max(...sizes) / Math.min(...sizes)).toBeLessThan(1.2);
  });
});

describe('whatever the probabilities are', () => {
  it('a class that current does not have', async () => {
    const found = await estimate(usual, `select * from (${rowsSql(harder)}) where y <> 'oak'`);
    const oak = found.classes.find(({ label }) => label === 'oak')!;
    expect(metricOf({ metrics: oak.metrics } as ClassificationEstimate, 'recall').current).toMatchObject({
      realised: null,
      reasons: { realised: 'class-not-in-target' },
    });
    expect(metricOf(found, 'recall').current.realised).not.toBeNull();
  });

  it('a class that the reference does not have keeps the model’s own probability', async () => {
    const found = await estimate(`select * from (${usual}) where y <> 'oak'`, rowsSql(harder));
    const oak = found.classes.find(({ label }) => label === 'oak')!;
    expect(oak.calibration).toMatchObject({ used: false, errorBefore: null, reasons: { errorBefore: 'one-class' } });
    expect(metricOf(found, 'accuracy').current.estimated).not.toBeNull();
  });

  it('that do not sum to 1 are divided by their sum, and counted', async () => {
    const doubled = (sql: string): string => `select * replace (p_a / 2 as p_a, p_b / 2 as p_b, p_c / 2 as p_c) from (${sql})`;
    const [half, whole] = [await estimate(doubled(usual), doubled(rowsSql(harder))), await estimate(usual, rowsSql(harder))];
    expect(half.notSummingToOne).toEqual({ reference: 20_000, current: 12_000 });
    expect(whole.notSummingToOne).toEqual({ reference: 0, current: 0 });
    for (const { metric, current } of half.metrics) expect(current.estimated).toBeCloseTo(metricOf(whole, metric).current.estimated!, 9);
  });

  it('that are all 0 make every class as likely as every other', async () => {
    const zero = `select i, y, 0.0 as p_a, 0.0 as p_b, 0.0 as p_c from (${rowsSql(harder)})`;
    const { metrics } = await estimate(usual, zero);
    expect(metrics[0]!.current.estimated).toBeGreaterThan(0);
    expect(metrics[0]!.current.estimated).toBeLessThan(1);
  });

  it('that are not numbers leave their row out', async () => {
    const broken = `select * replace (case i % 4 when 0 then 'nan'::double when 1 then null when 2 then 'infinity'::double else p_b end as p_b) from (${rowsSql(harder)})`;
    expect((await estimate(usual, broken)).rows.current).toEqual({ rows: 12_000, used: 3000, labelled: 3000 });
    expect((await estimate(broken, usual)).rows.reference).toEqual({ rows: 12_000, used: 3000 });
  });

  it('of classes with odd names', async () => {
    const names = ['o\'ak, "the" big=one', '<b>ash</b>\n', '🌳 %s'];
    const renamed = (sql: string): string =>
      `select * replace (case y when 'oak' then '${names[0]!.replace("'", "''")}' when 'ash' then '${names[1]}' else '${names[2]}' end as y) from (${sql})`;
    const odd = { target: 'y', probabilities: { [names[0]!]: 'p_c', [names[1]!]: 'p_a', [names[2]!]: 'p_b' } };
    const found = await estimate(renamed(usual), renamed(rowsSql(harder)), { roles: odd });
    expect(found.classes.map(({ label }) => label).toSorted()).toEqual(names.toSorted());
    const plain = await estimate(usual, rowsSql(harder));
    expect(metricOf(found, 'accuracy').current.estimated).toBeCloseTo(metricOf(plain, 'accuracy').current.estimated!, 9);
  });

  const values = (rows: string): string => `select a as p_a, b as p_b, c as p_c, y from (values ${rows}) as r(a, b, c, y)`;
  const hostile = {
    'one row': values("(0.4::double, 0.3, 0.3, 'ash')"),
    'one class': values("(0.4::double, 0.3, 0.3, 'oak'), (0.5, 0.3, 0.2, 'oak'), (0.1, 0.8, 0.1, 'oak')"),
    constant: values("(0.4::double, 0.3, 0.3, 'ash'), (0.4, 0.3, 0.3, 'oak'), (0.4, 0.3, 0.3, 'beech')"),
    'nothing but nulls': values(
      "(null::double, 0.3::double, 0.3, 'ash'), ('nan'::double, 0.2, 0.3, 'oak'), (0.4, 'infinity'::double, 0.3, 'beech')",
    ),
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
    expect(await sentences({ roles: { target: 'y', prediction: 'y' } })).toContain('--probability CLASS=COLUMN');
    expect(await sentences({}, `select i, 2 * p_a as p_a, p_b, p_c from (${usual})`)).toContain('beyond [0, 1]');
    const strange = `select i, p_a, p_b, p_c, 'elm' as said from (${usual})`;
    const settings = reportSettings.parse({ sections: ['estimated-performance'], roles: { ...roles, prediction: 'said' } });
    const path = await folder.write(`${files++}.parquet`, `select *, y as said from (${usual})`);
    const other = await folder.write(`${files++}.parquet`, strange);
    const { findings } = await compareDatasets({ reference: { path }, current: { path: other }, settings }, unattended);
    expect(findings.map(({ sentence }) => sentence).join(' ')).toContain('predicted to be of a class whose probability is not named');
  });
});
