import type { FairnessGroup, FairnessGroupSide, Interval, SensitiveColumn } from '#shared/domain/fairness.ts';
import { rateIds, type RateId } from '#shared/domain/fairnessRates.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { nearNames } from '#shared/lib/nearNames.ts';
import { own } from '#shared/lib/own.ts';
import type { AnalysisWork } from '../analyses/defineAnalysis.ts';
import type { DatasetColumn } from '../data/dataset.ts';
import { countGroupOutcomes, type GroupOutcomes, type OutcomeColumns } from '../data/evidence/groupOutcomes.ts';
import { byQuarters, byValues, type Grouping } from '../data/evidence/rowGroups.ts';
import { groupOf } from '../data/sqlTypes.ts';
import { groupRates, rateValue } from '../metrics/fairness/groupRates.ts';
import { labelOrder } from '../performance/labelOrder.ts';
import { onBoth, withReasons, type Both } from '../performance/metricRows.ts';
import { wilsonInterval } from '../stats/wilsonInterval.ts';
import { measureDisparities } from './disparities.ts';

/** More groups than this are not compared: most would be too small, and nobody reads on. */
export const mostGroups = 20;

/** A side that has target and prediction. */
export interface OutcomeSide extends OutcomeColumns {
  readonly rows: number;
}

export interface ColumnRequest {
  readonly work: AnalysisWork;
  readonly outcomes: Both<OutcomeSide | null>;
  readonly column: string;
}

interface Found {
  readonly grouping: Grouping;
  readonly sides: Both<readonly GroupOutcomes[] | null>;
}

function columnOf({ work, column }: ColumnRequest, name: 'reference' | 'current'): DatasetColumn | null {
  return work.datasets[name].columns.find((each) => each.column === column) ?? null;
}

/** Counts both sides by one way of grouping; null where a side has too many groups. */
async function countSides(request: ColumnRequest, grouping: Grouping): Promise<Found | null> {
  const { work, outcomes } = request;
  const sides: { reference: GroupOutcomes[] | null; current: GroupOutcomes[] | null } = { reference: null, current: null };
  for (const name of ['reference', 'current'] as const) {
    const [column, sql] = [columnOf(request, name), outcomes[name]];
    if (column === null || sql === null) continue;
    const counted = await work.database.using(work.context.signal, (connection) =>
      countGroupOutcomes(connection, { ...sql, group: grouping.sql(column), most: mostGroups }),
    );
    if (counted === null) return null;
    sides[name] = counted;
  }
  return { grouping, sides };
}

async function countGroups(request: ColumnRequest): Promise<Found | string> {
  const { work, column } = request;
  const columns = [columnOf(request, 'reference'), columnOf(request, 'current')].filter((side) => side !== null);
  const kinds = new Set(columns.map(({ family }) => groupOf(family)));
  if (kinds.has('unsupported')) return `${column} is of a type that is not analysed.`;
  const found = await countSides(request, byValues(work.settings.missing.includes('empty-string')));
  if (found !== null) return found;
  const numbers = kinds.size === 1 && kinds.has('number');
  const quarters = numbers ? byQuarters(work.columns.find((each) => each.column === column)) : null;
  return (quarters === null ? null : await countSides(request, quarters)) ?? `${column} has more than ${mostGroups} groups.`;
}

function namesOf({ grouping, sides }: Found): string[] {
  const found = [sides.reference, sides.current].flatMap((side) => side?.map(({ group }) => group) ?? []);
  return grouping.names === null ? [...new Set(found)].sort(labelOrder) : grouping.names.map((_, i) => String(i));
}

function groupSide(outcomes: GroupOutcomes): FairnessGroupSide {
  const { group: _, ...counts } = outcomes;
  const rates = Object.fromEntries(rateIds.map((id) => [id, rateValue(groupRates[id](counts))])) as Record<RateId, number>;
  const intervals = Object.fromEntries(
    rateIds.map((id) => {
      const { part, of } = groupRates[id](counts);
      return [id, of === 0 ? null : wilsonInterval(part, of)];
    }),
  ) as Record<RateId, Interval | null>;
  const rows = counts.truePositives + counts.falsePositives + counts.falseNegatives + counts.trueNegatives;
  return { rows, ...counts, ...withReasons(rates), intervals };
}

function emptyGroup(group: string): GroupOutcomes {
  return { group, truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
}

/** The place of the privileged group; null where none is named. Throws E_CLASS_UNKNOWN. */
function privilegedPlace({ work, column }: ColumnRequest, labels: readonly string[]): number | null {
  const chosen = own(work.settings.fairness.privileged, column);
  if (chosen === undefined) return null;
  const place = labels.indexOf(chosen);
  if (place >= 0) return place;
  const near = nearNames(chosen, labels);
  const hint = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ` There are ${labels.slice(0, 10).join(', ')}.`;
  throw new AppError('E_CLASS_UNKNOWN', `Neither side has a group ${chosen} in ${column}.${hint}`, { subject: { column } });
}

/** Compares the groups of one sensitive column, or says in a sentence why that cannot be. */
export async function measureColumn(request: ColumnRequest): Promise<SensitiveColumn | string> {
  const { work, outcomes, column } = request;
  const found = await countGroups(request);
  if (typeof found === 'string') return found;
  const { grouping, sides } = found;
  const names = namesOf(found);
  if (names.length === 0) return `no row has ${column}, a target and a prediction.`;
  const labels = grouping.names ?? names;
  const privileged = privilegedPlace(request, labels);
  const bySide = onBoth((name) => {
    const own = sides[name];
    return own === null ? null : names.map((group) => own.find((each) => each.group === group) ?? emptyGroup(group));
  });
  const groups = names.map((_, i): FairnessGroup => {
    const both = onBoth((name) => (bySide[name] === null ? null : groupSide(bySide[name][i]!)));
    const small = [both.reference, both.current].some((side) => side !== null && side.rows < work.settings.fairness.smallGroup);
    return { group: labels[i]!, privileged: i === privileged, small, ...both, reasons: {} };
  });
  const rows = onBoth((name) => {
    const [sql, counted] = [outcomes[name], bySide[name]];
    if (sql === null || counted === null) return null;
    const used = groups.reduce((sum, group) => sum + (group[name]?.rows ?? 0), 0);
    return { rows: sql.rows, used, leftOut: sql.rows - used };
  });
  const disparities = await measureDisparities(bySide, privileged, work.settings.fairness, work.pacer);
  return { column, privileged: privileged === null ? null : labels[privileged]!, groupedBy: grouping.groupedBy, rows, groups, disparities };
}
