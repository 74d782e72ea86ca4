import type { SensitiveColumn } from '#shared/domain/fairness.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { nearNames } from '#shared/lib/nearNames.ts';
import { own } from '#shared/lib/own.ts';
import type { AnalysisWork } from '../analyses/defineAnalysis.ts';
import type { DatasetColumn } from '../data/dataset.ts';
import { countGroupOutcomes, type GroupOutcomes } from '../data/evidence/groupOutcomes.ts';
import { byQuarters, byValues, type Grouping } from '../data/evidence/rowGroups.ts';
import { groupOf } from '../data/sqlTypes.ts';
import { labelOrder } from '../performance/labelOrder.ts';
import type { Both } from '../performance/metricRows.ts';
import { compareGroups, type OutcomeSide } from './compareGroups.ts';

/** More groups than this are not compared: most would be too small, and nobody reads on. */
export const mostGroups = 20;

export interface ColumnRequest {
  readonly work: AnalysisWork;
  readonly outcomes: Both<OutcomeSide | null>;
  readonly column: string;
}

interface Found {
  readonly grouping: Grouping;
  readonly sides: Both<readonly GroupOutcomes[] | null>;
}

export function columnOf({ work, column }: ColumnRequest, name: 'reference' | 'current'): DatasetColumn | null {
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

/** How the rows of a sensitive column fall into groups. */
export interface GroupedColumn {
  readonly column: string;
  readonly grouping: Grouping;
  /** What its SQL calls the groups, in their order, and what people call them. */
  readonly names: readonly string[];
  readonly labels: readonly string[];
  /** Place of the privileged group; null where there is none. */
  readonly privileged: number | null;
}

export interface MeasuredColumn {
  readonly grouped: GroupedColumn;
  readonly measured: SensitiveColumn;
}

/** Compares the groups of one sensitive column, or says in a sentence why that cannot be. */
export async function measureColumn(request: ColumnRequest): Promise<MeasuredColumn | string> {
  const { work, outcomes, column } = request;
  const found = await countGroups(request);
  if (typeof found === 'string') return found;
  const { grouping, sides } = found;
  const names = namesOf(found);
  if (names.length === 0) return `no row has ${column}, a target and a prediction.`;
  const labels = grouping.names ?? names;
  const grouped = { column, grouping, names, labels, privileged: privilegedPlace(request, labels) };
  const { settings, pacer } = work;
  const compared = await compareGroups({ ...grouped, sides, withoutSmall: false }, outcomes, { settings: settings.fairness, pacer });
  return { grouped, measured: { column, groupedBy: grouping.groupedBy, ...compared } };
}
