import type { SensitiveColumn } from '#shared/domain/fairness.ts';
import { listNames } from '#shared/text/listNames.ts';
import { countGroupOutcomes, type GroupOutcomes } from '../data/evidence/groupOutcomes.ts';
import { quoteText } from '../data/quote.ts';
import { onBoth } from '../performance/metricRows.ts';
import { compareGroups } from './compareGroups.ts';
import { columnOf, type ColumnRequest, type GroupedColumn } from './measureColumn.ts';

/** More groups than this are not compared: most would be too small, and nobody reads on. */
const mostIntersections = 40;

type Shared = Pick<ColumnRequest, 'work' | 'outcomes'>;

/** SQL of the places of a row's groups among those of each column, such as "0,2"; null where a side lacks a column. */
function groupSql(request: Shared, columns: readonly GroupedColumn[], side: 'reference' | 'current'): string | null {
  const places: string[] = [];
  for (const { column: name, grouping, names } of columns) {
    const column = columnOf({ ...request, column: name }, side);
    if (column === null) return null;
    const cases = names.map((group, i) => `when ${quoteText(group)} then '${i}'`).join(' ');
    places.push(`(case (${grouping.sql(column)}) ${cases} end)`);
  }
  return places.join(` || ',' || `);
}

async function countSide(request: Shared, columns: readonly GroupedColumn[], side: 'reference' | 'current') {
  const { work, outcomes } = request;
  const [sql, group] = [outcomes[side], groupSql(request, columns, side)];
  if (sql === null || group === null) return { found: null, tooMany: false };
  const found = await work.database.using(work.context.signal, (connection) =>
    countGroupOutcomes(connection, { ...sql, group, most: mostIntersections }),
  );
  return { found, tooMany: found === null };
}

const placesOf = (name: string): number[] => name.split(',').map(Number);

function byPlaces(a: string, b: string): number {
  const [first, second] = [placesOf(a), placesOf(b)];
  return first.reduce((order, place, i) => (order === 0 ? place - second[i]! : order), 0);
}

/**
 * Compares the groups in which several sensitive columns meet, or says in a sentence why that cannot be. Privileged is who is so
 * in every column. Groups with few rows are shown, and left out of what is compared.
 */
export async function measureIntersection(request: Shared, columns: readonly GroupedColumn[]): Promise<SensitiveColumn | string> {
  const { work, outcomes } = request;
  const together = listNames(columns.map(({ column }) => column));
  const counted = {
    reference: await countSide(request, columns, 'reference'),
    current: await countSide(request, columns, 'current'),
  };
  if (counted.reference.tooMany || counted.current.tooMany) return `${together} together make more than ${mostIntersections} groups.`;
  const sides = onBoth((side): GroupOutcomes[] | null => counted[side].found);
  const occurring = [sides.reference, sides.current].flatMap((side) => side?.map(({ group }) => group) ?? []);
  const names = [...new Set(occurring)].sort(byPlaces);
  if (names.length === 0) return `no row has ${together}, a target and a prediction.`;
  if (names.length > mostIntersections) return `${together} together make more than ${mostIntersections} groups.`;
  const labels = names.map((name) =>
    placesOf(name)
      .map((place, i) => columns[i]!.labels[place] || '(empty)')
      .join(' · '),
  );
  const wanted = columns.map(({ privileged }) => privileged);
  const place = wanted.includes(null) ? -1 : names.indexOf(wanted.join(','));
  const compared = await compareGroups({ names, labels, privileged: place < 0 ? null : place, sides, withoutSmall: true }, outcomes, {
    settings: work.settings.fairness,
    pacer: work.pacer,
  });
  return { column: together, groupedBy: 'columns', ...compared };
}
