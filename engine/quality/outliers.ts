import type { OutlierColumn, OutlierRule, OutlierSettings, OutlierSide, OutliersSection } from '#shared/domain/outliers.ts';
import type { ColumnProfile, Reasons } from '#shared/domain/profile.ts';
import type { ColumnReport } from '#shared/domain/report.ts';
import type { Side } from '#shared/domain/dataset.ts';
import type { DatasetColumn } from '../data/dataset.ts';
import { countWhere } from '../data/evidence/countWhere.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import { quoteName } from '../data/quote.ts';
import { interquartileFences } from '../stats/interquartileFences.ts';
import { sideNames, type QualityWork } from './sideWork.ts';

interface Fences {
  readonly lower: number;
  readonly upper: number;
}

/** A column both sides have as numbers, with the fences of the reference; null where a rule has none. */
interface Fenced {
  readonly report: ColumnReport;
  readonly stored: { readonly [S in Side]: DatasetColumn };
  readonly rules: readonly (Fences | null)[];
}

const isSound = ({ lower, upper }: Fences): boolean => Number.isFinite(lower) && Number.isFinite(upper);

function quartileFences({ quantiles }: ColumnProfile, factor: number): Fences | null {
  const at = (share: number): unknown => quantiles.find((quantile) => quantile.share === share)?.value;
  const [lowerQuartile, upperQuartile] = [at(0.25), at(0.75)];
  if (typeof lowerQuartile !== 'number' || typeof upperQuartile !== 'number') return null;
  const fences = interquartileFences({ lowerQuartile, upperQuartile, factor });
  return isSound(fences) ? fences : null;
}

function deviationFences({ mean, standardDeviation }: ColumnProfile, limit: number): Fences | null {
  if (mean === null || standardDeviation === null || standardDeviation === 0) return null;
  const fences = { lower: mean - limit * standardDeviation, upper: mean + limit * standardDeviation };
  return isSound(fences) ? fences : null;
}

function fencedColumns({ columns, datasets }: QualityWork, { iqrFactor, zLimit }: OutlierSettings): Fenced[] {
  const stored = (side: Side): Map<string, DatasetColumn> => new Map(datasets[side].columns.map((column) => [column.column, column]));
  const [before, after] = [stored('reference'), stored('current')];
  return columns.flatMap((report) => {
    const { column, kind, reference, current } = report;
    const sides = { reference: before.get(column), current: after.get(column) };
    const untested = report.status === 'not-tested' && report.notTested.reason !== 'no-valid-values';
    if (kind !== 'numeric' || untested || reference === null || current === null) return [];
    if (sides.reference === undefined || sides.current === undefined) return [];
    const rules = [quartileFences(reference, iqrFactor), deviationFences(reference, zLimit)];
    return [{ report, stored: { reference: sides.reference, current: sides.current }, rules }];
  });
}

const most = Number.MAX_VALUE;

/** Infinite values are no values: they are neither below nor above. */
function beyondSql(column: DatasetColumn, { lower, upper }: Fences): [string, string] {
  const x = `(${numberExpression(column, 'numeric')})`;
  return [`${x} < ${lower}::double and ${x} >= ${-most}::double`, `${x} > ${upper}::double and ${x} <= ${most}::double`];
}

function sideOf(valid: number, below: number, above: number): OutlierSide {
  const share = valid === 0 ? null : (below + above) / valid;
  return { valid, below, above, share, reasons: share === null ? { share: 'no-valid-values' } : {} };
}

function rowsSql(name: string, { lower, upper }: Fences, from: string): string {
  const x = quoteName(name);
  return `select *\nfrom (select * from ${from})\nwhere ${x} < ${lower} or ${x} > ${upper};`;
}

/** Below and above each fence, in the order of the columns and their rules. */
async function countBeyond(work: QualityWork, side: Side, columns: readonly Fenced[]): Promise<() => number> {
  const conditions = columns.flatMap(({ stored, rules }) =>
    rules.flatMap((fences) => (fences === null ? [] : beyondSql(stored[side], fences))),
  );
  const counts =
    conditions.length === 0
      ? []
      : await work.database.using(work.context.signal, (connection) =>
          countWhere(connection, work.datasets[side].view, conditions, work.pacer),
        );
  let next = 0;
  return () => counts[next++]!;
}

function reasonsOf(reference: ColumnProfile | null, iqr: OutlierRule | null, zScore: OutlierRule | null): Reasons {
  const noValues = (reference?.valid ?? 0) === 0;
  const constant = reference?.standardDeviation === 0 ? 'constant' : 'not-finite';
  const whyNoDeviation = reference?.reasons['standardDeviation'] ?? constant;
  return {
    ...(iqr === null && { iqr: noValues ? 'no-valid-values' : 'not-finite' }),
    ...(zScore === null && { zScore: noValues ? 'no-valid-values' : whyNoDeviation }),
  };
}

/** Values of both sides far from the middle of the reference, by the quartiles and by the standard deviation. */
export async function findOutliers(work: QualityWork): Promise<OutliersSection> {
  const { outliers: settings } = work.settings;
  const columns = fencedColumns(work, settings);
  const [before, after] = [await countBeyond(work, 'reference', columns), await countBeyond(work, 'current', columns)];
  const read = { reference: before, current: after };
  return {
    ...settings,
    columns: columns.map(({ report, rules }): OutlierColumn => {
      const [iqr = null, zScore = null] = rules.map((fences): OutlierRule | null => {
        if (fences === null) return null;
        const [reference, current] = sideNames.map((side) => sideOf(report[side]?.valid ?? 0, read[side](), read[side]()));
        return {
          ...fences,
          reference: reference!,
          current: current!,
          sql: rowsSql(report.column, fences, work.datasets.current.fromClause),
        };
      });
      return { column: report.column, iqr, zScore, reasons: reasonsOf(report.reference, iqr, zScore) };
    }),
  };
}
