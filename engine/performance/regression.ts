import type { CompatSetting } from '#shared/domain/compat.ts';
import type { MetricRow, RegressionPerformance } from '#shared/domain/performance.ts';
import type { NumericHistogram } from '#shared/domain/profile.ts';
import { countCells, type CellGrid } from '../data/evidence/numberCells.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import { PairReader, type ExpressionPair } from '../data/evidence/pairReader.ts';
import { profileShares, summariseNumbers, type NumericSummary } from '../drift/summariseNumbers.ts';
import type { Pacer } from '../jobs/pacer.ts';
import { measure, type MetricValue } from '../metrics/defineMetric.ts';
import { regressionMetrics } from '../metrics/metrics.ts';
import type { RegressionEvidence } from '../metrics/regressionEvidence.ts';
import { CompensatedSum } from '../stats/compensatedSum.ts';
import type { SampleMoments } from '../stats/moments.ts';
import { metricRow, onBoth, withReasons, type Both } from './metricRows.ts';
import { regressionBaselines } from './regressionBaselines.ts';
import { sumErrors, type ErrorSums } from './regressionErrors.ts';
import { usedRows, type PerformanceWork, type RoleSide } from './roleSides.ts';
import { visitEach } from './visitEach.ts';

/** What a percentage error divides by at least, in systems that divide by the target as it is. */
const smallestTarget = 2 ** -52;
const binning = { kind: 'sturges-pooled' } as const;
const mostAxisBins = 32;
const usualAxisBins = 24;

/** SQL of one side: target, prediction, and whether the row is used. */
interface RowSql {
  readonly t: string;
  readonly p: string;
  readonly used: string;
}

function rowSql({ target, prediction }: RoleSide): RowSql {
  const [t, p] = [target, prediction].map((column) => `(${numberExpression(column, 'numeric')})`) as [string, string];
  return { t, p, used: `(isfinite(${t}) and isfinite(${p}) and isfinite(${p} - ${t}))` };
}

/** Bins of equal width where nearly all targets are. */
export function axisGrid(histogram: NumericHistogram | null): CellGrid | null {
  if (histogram === null) return null;
  const { edges, lowerTail, upperTail } = histogram;
  const inner = edges.slice(lowerTail ? 1 : 0, upperTail ? edges.length - 1 : edges.length);
  const [start, end] = [inner[0], inner.at(-1)];
  if (start === undefined || end === undefined || !(end > start) || !Number.isFinite(end - start)) return null;
  const own = inner.length - 1;
  const bins = own > mostAxisBins || own < 8 ? usualAxisBins : own;
  const width = (end - start) / bins;
  return width > 0 ? { start, width, bins } : null;
}

type Cells = RegressionPerformance['predictedAgainstActual'];

async function gatherCells(work: PerformanceWork, sql: Both<RowSql | null>, histogram: NumericHistogram | null): Promise<Cells> {
  const grid = axisGrid(histogram);
  if (grid === null) return null;
  const count = async (name: 'reference' | 'current'): Promise<[number, number, number][]> => {
    const [side, rows] = [work.sides[name], sql[name]];
    if (side === null || rows === null) return [];
    return work.database.using(work.context.signal, (connection) =>
      countCells(connection, { view: side.view, x: rows.t, y: rows.p, where: rows.used, grid }),
    );
  };
  const edges = Array.from({ length: grid.bins + 1 }, (_, i) => grid.start + i * grid.width);
  return { edges, reference: await count('reference'), current: await count('current') };
}

interface Gathered {
  readonly errors: NumericSummary;
  readonly sums: ErrorSums;
  readonly targets: Both<SampleMoments>;
  readonly relative: Both<{ rows: number; sum: number }>;
  readonly relativeToTarget: Both<number> | null;
}

function evidenceOf(side: 'reference' | 'current', { errors, sums, targets, relative, relativeToTarget }: Gathered): RegressionEvidence {
  return {
    rows: errors[side].n,
    errors: sums.moments[side],
    smallestError: errors[side].min,
    largestError: errors[side].max,
    absoluteErrorSum: sums.absolute[side],
    targets: targets[side],
    relative: relative[side],
    ...(relativeToTarget !== null && { relativeToTarget: relativeToTarget[side] }),
  };
}

function errorQuantiles(errors: NumericSummary, present: Both<boolean>): RegressionPerformance['errorQuantiles'] {
  const at = (side: 'reference' | 'current', share: number): MetricValue =>
    errors[side].quantile(share) ?? { none: present[side] ? 'no-valid-values' : 'no-such-column' };
  return profileShares.map((share) => ({ share, ...withReasons(onBoth((side) => at(side, share))) }));
}

function metricsOf(gathered: Gathered, present: Both<boolean>, compat: CompatSetting): MetricRow[] {
  const evidence = onBoth((side) => (present[side] ? evidenceOf(side, gathered) : null));
  return regressionMetrics.all.map((metric) =>
    metricRow(
      metric.id,
      onBoth((side) => measure(metric, evidence[side], compat)),
    ),
  );
}

/** The sums of an expression over the rows of both sides. */
function sumOver(reader: PairReader, expressions: ExpressionPair, pacer: Pacer): Promise<Both<number>> {
  return reader.read(expressions, async (pair) => {
    const totals = onBoth(() => new CompensatedSum());
    const take = onBoth((side) => (value: number, count: number) => totals[side].add(value * count));
    await visitEach(pair, take, pacer);
    return onBoth((side) => totals[side].value);
  });
}

/** Measures predicted numbers over all rows: errors, targets and relative errors are each visited in ascending order. */
export async function measureRegression(work: PerformanceWork, taskReason: string): Promise<RegressionPerformance> {
  const { sides, datasets, pacer, database, context } = work;
  const sql = onBoth((side) => (sides[side] === null ? null : rowSql(sides[side])));
  const present = onBoth((side) => sides[side] !== null);
  const reader = new PairReader(database, datasets, { context, pacer });
  const where = (of: (rows: RowSql) => string): ExpressionPair =>
    onBoth((side) => (sql[side] === null ? null : `case when ${sql[side].used} then ${of(sql[side])} end`));
  const { errors, sums } = await reader.read(
    where(({ t, p }) => `${p} - ${t}`),
    async (pair) => {
      const summary = await summariseNumbers('error', pair, binning, pacer);
      return { errors: summary, sums: await sumErrors(pair, summary, pacer) };
    },
  );
  const {
    histogram,
    baselines,
    moments: targets,
  } = await reader.read(
    where(({ t }) => t),
    async (pair) => {
      const summary = await summariseNumbers('target', pair, binning, pacer);
      return { histogram: summary.histogram, ...(await regressionBaselines(pair, summary, present, pacer)) };
    },
  );
  const relative = await reader.read(
    where(({ t, p }) => `case when ${t} <> 0 then abs((${p} - ${t}) / ${t}) end`),
    async (pair) => {
      const totals = onBoth(() => new CompensatedSum());
      const take = onBoth((side) => (value: number, count: number) => totals[side].add(value * count));
      await visitEach(pair, take, pacer);
      return onBoth((side) => ({
        rows: pair[side].n + pair[side].positiveInfinity,
        sum: pair[side].positiveInfinity > 0 ? Infinity : totals[side].value,
      }));
    },
  );
  const relativeToTarget =
    work.settings.compat === 'none'
      ? null
      : await sumOver(
          reader,
          where(({ t, p }) => `abs(${p} - ${t}) / greatest(${t}, ${smallestTarget})`),
          pacer,
        );
  const gathered: Gathered = { errors, sums, targets, relative, relativeToTarget };
  return {
    task: 'regression',
    target: work.settings.roles.target ?? '',
    prediction: work.settings.roles.prediction ?? '',
    taskReason,
    rows: onBoth((side) => usedRows(sides[side], errors[side].n)),
    metrics: metricsOf(gathered, present, work.settings.compat),
    baselines,
    zeroTargets: onBoth((side) => (present[side] ? errors[side].n - relative[side].rows : null)),
    errorQuantiles: errorQuantiles(errors, present),
    errorGroups: onBoth((side) => (present[side] ? sums.groups[side] : [])),
    errorHistogram: errors.histogram,
    predictedAgainstActual: await gatherCells(work, sql, histogram),
  };
}
