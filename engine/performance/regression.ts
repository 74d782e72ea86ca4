import type { CompatSetting } from '#shared/domain/compat.ts';
import type { ErrorQuantile, MetricRow, RegressionPerformance } from '#shared/domain/performance.ts';
import type { NumericHistogram } from '#shared/domain/profile.ts';
import { countCells, type CellGrid } from '../data/evidence/numberCells.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import { PairReader, type ExpressionPair } from '../data/evidence/pairReader.ts';
import { summariseNumbers, type NumericSummary } from '../drift/summariseNumbers.ts';
import { measure } from '../metrics/defineMetric.ts';
import { regressionMetrics } from '../metrics/metrics.ts';
import type { RegressionEvidence } from '../metrics/regressionEvidence.ts';
import { CompensatedSum } from '../stats/compensatedSum.ts';
import type { SampleMoments } from '../stats/moments.ts';
import { CentredSums } from './centredSums.ts';
import { metricRow, onBoth, type Both } from './metricRows.ts';
import { pickQuantiles } from './pickQuantiles.ts';
import { regressionBaselines } from './regressionBaselines.ts';
import { deviationOf, sumErrors, type ErrorSums } from './regressionErrors.ts';
import { weighErrors, type WeightedErrors } from './weightedErrors.ts';
import { targetSides, usedRows, type PerformanceWork, type TargetSide } from './roleSides.ts';
import { rowSql, smallestTarget, type RowSql } from './rowSql.ts';
import { countsSql } from './weightSql.ts';
import { visitEach, type VisitBoth } from './visitEach.ts';

const binning = { kind: 'sturges-pooled' } as const;
const mostAxisBins = 32;
const usualAxisBins = 24;

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
  readonly relative: Both<Relative>;
  readonly relativeToTarget: Both<number> | null;
  readonly weighted: WeightedErrors | null;
}

/** Over rows whose target is not 0. */
interface Relative {
  readonly rows: number;
  readonly sum: number;
  readonly moments: SampleMoments;
}

function evidenceOf(side: 'reference' | 'current', gathered: Gathered): RegressionEvidence {
  const { errors, sums, targets, relative, relativeToTarget, weighted } = gathered;
  return {
    rows: errors[side].n,
    weight: errors[side].n,
    errors: sums.moments[side],
    unweightedErrors: sums.moments[side],
    smallestError: errors[side].min,
    largestError: errors[side].max,
    absoluteErrorSum: sums.absolute[side],
    targets: targets[side],
    relative: { weight: relative[side].rows, sum: relative[side].sum },
    ...(relativeToTarget !== null && { relativeToTarget: relativeToTarget[side] }),
    ...weighted?.sums[side],
  };
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

interface Gathering {
  readonly work: PerformanceWork;
  readonly reader: PairReader;
  readonly sql: Both<RowSql | null>;
  readonly present: Both<boolean>;
}

function overUsed({ sql }: Gathering, of: (rows: RowSql) => string): ExpressionPair {
  return onBoth((side) => (sql[side] === null ? null : `case when ${sql[side].used} then ${of(sql[side])} end`));
}

/** The sum of errors over targets as some other systems have it; null where its numbers are not asked for. */
async function gatherRelativeToTarget(gathering: Gathering): Promise<Both<number> | null> {
  const { reader, work } = gathering;
  if (work.settings.compat === 'none') return null;
  const expressions = overUsed(gathering, ({ t, p }) => `abs(${p} - ${t}) / greatest(${t}, ${smallestTarget})`);
  return reader.read(expressions, async (pair) => {
    const totals = onBoth(() => new CompensatedSum());
    const take = onBoth((side) => (value: number, count: number) => totals[side].add(value * count));
    await visitEach(pair, take, work.pacer);
    return onBoth((side) => totals[side].value);
  });
}

interface ErrorParts {
  readonly errors: NumericSummary;
  readonly sums: ErrorSums;
  readonly quantiles: ErrorQuantile[];
}

function gatherErrors(gathering: Gathering): Promise<ErrorParts> {
  const { reader, present, work } = gathering;
  return reader.read(
    overUsed(gathering, ({ t, p }) => `${p} - ${t}`),
    async (pair) => {
      const errors = await summariseNumbers('error', pair, binning, work.pacer);
      return { errors, sums: await sumErrors(pair, errors, work.pacer), quantiles: await pickQuantiles(pair, present) };
    },
  );
}

/** Quantiles and spread of the size of the error. */
function gatherSizes(gathering: Gathering, { errors }: ErrorParts): Promise<{ quantiles: ErrorQuantile[]; moments: Both<SampleMoments> }> {
  const { reader, present, work } = gathering;
  return reader.read(
    overUsed(gathering, ({ t, p }) => `abs(${p} - ${t})`),
    async (pair) => {
      const sums = onBoth((side) => new CentredSums(Math.abs(errors[side].quantile(0.5) ?? 0)));
      await visitEach(
        pair,
        onBoth((side) => (size: number, count: number) => sums[side].add(size, count)),
        work.pacer,
      );
      return { quantiles: await pickQuantiles(pair, present), moments: onBoth((side) => sums[side].moments()) };
    },
  );
}

function gatherRelative(gathering: Gathering): Promise<Both<Relative>> {
  const { reader, work } = gathering;
  return reader.read(
    overUsed(gathering, ({ t, p }) => `case when ${t} <> 0 then abs((${p} - ${t}) / ${t}) end`),
    async (pair) => {
      const sums = onBoth(() => ({ total: new CompensatedSum(), all: new CentredSums(0) }));
      const take = onBoth((side) => (value: number, count: number) => {
        sums[side].total.add(value * count);
        sums[side].all.add(value, count);
      });
      await visitEach(pair, take, work.pacer);
      return onBoth((side) => {
        const { n, positiveInfinity } = pair[side];
        const overflown = positiveInfinity > 0;
        const moments = sums[side].all.moments();
        return {
          rows: n + positiveInfinity,
          sum: overflown ? Infinity : sums[side].total.value,
          moments: overflown ? { ...moments, n: n + positiveInfinity, squaredDeviations: Infinity } : moments,
        };
      });
    },
  );
}

function targetSql(side: TargetSide): string {
  const [target, counts] = [numberExpression(side.target, 'numeric'), countsSql(side)];
  return counts === null ? target : `case when ${counts} then ${target} end`;
}

/** Measures predicted numbers over all rows: errors, their sizes, targets and relative errors are each visited in ascending order. */
export async function measureRegression(work: PerformanceWork, taskReason: string): Promise<RegressionPerformance> {
  const { sides, datasets, pacer, database, context } = work;
  const sql = onBoth((side) => (sides[side] === null ? null : rowSql(sides[side])));
  const present = onBoth((side) => sql[side] !== null);
  const gathering = { work, reader: new PairReader(database, datasets, { context, pacer }), sql, present };
  const parts = await gatherErrors(gathering);
  const { errors, sums } = parts;
  const sizes = await gatherSizes(gathering, parts);
  const alone = targetSides(work);
  const targetOf = onBoth((side) => {
    if (sql[side] !== null) return `case when ${sql[side].used} then ${sql[side].t} end`;
    return alone[side] === null ? null : targetSql(alone[side]);
  });
  const hasTarget = onBoth((side) => targetOf[side] !== null);
  const {
    summary,
    baselines,
    moments: targets,
  } = await gathering.reader.read(targetOf, async (pair) => {
    const found = await summariseNumbers('target', pair, binning, pacer);
    const centres = onBoth((side) => found[side].quantile(0.5) ?? 0);
    const visit: VisitBoth = (take) => visitEach(pair, take, pacer);
    return { summary: found, ...(await regressionBaselines({ visit, centres, weighted: false }, found, hasTarget)) };
  });
  const relative = await gatherRelative(gathering);
  const weighted = await weighErrors(work, { targets: summary, hasTarget });
  const gathered: Gathered = { errors, sums, targets, relative, relativeToTarget: await gatherRelativeToTarget(gathering), weighted };
  const spread = (metric: string, moments: (side: 'reference' | 'current') => SampleMoments): MetricRow =>
    metricRow(
      metric,
      onBoth((side) => (present[side] ? deviationOf(moments(side)) : { none: 'no-such-column' })),
    );
  return {
    task: 'regression',
    target: work.settings.roles.target ?? '',
    prediction: work.settings.roles.prediction,
    weight: work.settings.roles.weight,
    taskReason,
    rows: onBoth((side) => usedRows(sides[side], errors[side].n)),
    metrics: metricsOf(gathered, present, work.settings.compat),
    baselines: baselines.map((row) => weighted?.baselines.find(({ metric }) => metric === row.metric) ?? row),
    zeroTargets: onBoth((side) => (present[side] ? errors[side].n - relative[side].rows : null)),
    errorQuantiles: parts.quantiles,
    absoluteErrorQuantiles: sizes.quantiles,
    spreads: [spread('mae', (side) => sizes.moments[side]), spread('mape', (side) => relative[side].moments)],
    normalPlot: sums.normal,
    errorGroups: onBoth((side) => (present[side] ? sums.groups[side] : [])),
    errorHistogram: errors.histogram,
    predictedAgainstActual: await gatherCells(work, sql, summary.histogram),
  };
}
