import type { BaselineRow } from '#shared/domain/performance.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import { streamWeighted } from '../data/evidence/weightedNumbers.ts';
import type { NumericSummary } from '../drift/summariseNumbers.ts';
import type { RegressionEvidence } from '../metrics/regressionEvidence.ts';
import { CompensatedSum } from '../stats/compensatedSum.ts';
import type { SampleMoments } from '../stats/moments.ts';
import { CentredSums } from './centredSums.ts';
import { onBoth, type Both } from './metricRows.ts';
import { regressionBaselines } from './regressionBaselines.ts';
import { rowSql, smallestTarget, type RowSql } from './rowSql.ts';
import { targetSides, type PerformanceWork } from './roleSides.ts';
import type { TakeValue, VisitBoth } from './visitEach.ts';
import { countsSql, weightSql } from './weightSql.ts';

type WeightedSums = Pick<RegressionEvidence, 'weight' | 'errors' | 'absoluteErrorSum' | 'targets' | 'relative' | 'relativeToTarget'>;

/** What weights change of a measurement. */
export interface WeightedErrors {
  readonly sums: Both<WeightedSums>;
  readonly baselines: BaselineRow[];
}

interface ValueSql {
  readonly view: string;
  readonly value: string;
  readonly weight: string;
}

/** Baselines of metrics that weights do not change. */
const unweighted: ReadonlySet<string> = new Set(['error-standard-deviation', 'max-error']);

const sideNames = ['reference', 'current'] as const;

function visitor(work: PerformanceWork, sql: Both<ValueSql | null>): VisitBoth {
  return async (take) => {
    for (const side of sideNames) {
      const own = sql[side];
      if (own === null) continue;
      await work.database.using(work.context.signal, (connection) => streamWeighted(connection, own, take[side], work.pacer));
    }
  };
}

/** Weighted means, about which the spread is then measured: a heavy row may be far from the median. */
async function meansOf(visit: VisitBoth): Promise<Both<number>> {
  const sums = onBoth(() => ({ weight: new CompensatedSum(), total: new CompensatedSum() }));
  await visit(
    onBoth((side): TakeValue => (value, weight) => {
      sums[side].weight.add(weight);
      sums[side].total.add(value * weight);
    }),
  );
  return onBoth((side) => {
    const mean = sums[side].total.value / sums[side].weight.value;
    return Number.isFinite(mean) ? mean : 0;
  });
}

interface Sums {
  readonly all: Both<SampleMoments>;
  /** Of the sizes of the values. */
  readonly absolute: Both<number>;
}

async function sumsOf(visit: VisitBoth): Promise<Sums> {
  const means = await meansOf(visit);
  const sums = onBoth((side) => ({ all: new CentredSums(means[side]), absolute: new CompensatedSum() }));
  await visit(
    onBoth((side): TakeValue => (value, weight) => {
      sums[side].all.add(value, weight);
      sums[side].absolute.add(Math.abs(value) * weight);
    }),
  );
  return { all: onBoth((side) => sums[side].all.moments()), absolute: onBoth((side) => sums[side].absolute.value) };
}

/** Targets of the rows that are used; of a side without predictions, of every row whose weight counts. */
function targetVisitor(work: PerformanceWork): VisitBoth {
  const alone = targetSides(work);
  const sql = onBoth((name): ValueSql | null => {
    const [side, own] = [work.sides[name], alone[name]];
    const [rows, weight] = [side === null ? null : rowSql(side), own === null ? null : weightSql(own)];
    if (own === null || weight === null) return null;
    const target = `(${numberExpression(own.target, 'numeric')})`;
    const used = rows?.used ?? `(isfinite(${target}) and ${countsSql(own)})`;
    return { view: own.view, value: `case when ${used} then ${target} end`, weight };
  });
  return visitor(work, sql);
}

interface Found {
  readonly targets: NumericSummary;
  readonly hasTarget: Both<boolean>;
}

/** The sums and baselines of a regression with every row counting as much as its weight; null where none are named. */
export async function weighErrors(work: PerformanceWork, { targets, hasTarget }: Found): Promise<WeightedErrors | null> {
  if (work.settings.roles.weight === null) return null;
  const over = (of: (rows: RowSql) => string): VisitBoth => {
    const sql = onBoth((name): ValueSql | null => {
      const side = work.sides[name];
      const [rows, weight] = side === null ? [null, null] : [rowSql(side), weightSql(side)];
      return side === null || rows === null || weight === null
        ? null
        : { view: side.view, value: `case when ${rows.used} then ${of(rows)} end`, weight };
    });
    return visitor(work, sql);
  };
  const errors = await sumsOf(over(({ t, p }) => `${p} - ${t}`));
  const relative = await sumsOf(over(({ t, p }) => `case when ${t} <> 0 then abs((${p} - ${t}) / ${t}) end`));
  const others =
    work.settings.compat === 'none' ? null : await sumsOf(over(({ t, p }) => `abs(${p} - ${t}) / greatest(${t}, ${smallestTarget})`));
  const visit = targetVisitor(work);
  const { baselines, moments } = await regressionBaselines({ visit, centres: await meansOf(visit), weighted: true }, targets, hasTarget);
  const sums = onBoth((side): WeightedSums => {
    const { n: weight } = errors.all[side];
    return {
      weight,
      errors: errors.all[side],
      absoluteErrorSum: errors.absolute[side],
      targets: moments[side],
      relative: { weight: relative.all[side].n, sum: relative.absolute[side] },
      ...(others !== null && { relativeToTarget: others.absolute[side] }),
    };
  });
  return { sums, baselines: baselines.filter(({ metric }) => !unweighted.has(metric)) };
}
