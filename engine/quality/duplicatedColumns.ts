import type { ColumnProfile } from '#shared/domain/profile.ts';
import type { ColumnReport } from '#shared/domain/report.ts';
import type { Side } from '#shared/domain/dataset.ts';
import type { DatasetColumn } from '../data/dataset.ts';
import { groupOf } from '../data/sqlTypes.ts';

/** Columns of one side beside their profiles. */
export interface ProfiledColumn {
  readonly stored: DatasetColumn;
  readonly report: ColumnReport;
  readonly profile: ColumnProfile;
}

/** The columns of the report that a side has, in the order of the report. */
export function profiledColumns(columns: readonly ColumnReport[], stored: readonly DatasetColumn[], side: Side): ProfiledColumn[] {
  const byName = new Map(stored.map((column) => [column.column, column]));
  return columns.flatMap((report) => {
    const column = byName.get(report.column);
    const profile = report[side];
    return column === undefined || profile === null ? [] : [{ stored: column, report, profile }];
  });
}

/** What two equal columns have in common: counts, and their most common values. */
function likeness({ stored, profile }: ProfiledColumn): string {
  const group = groupOf(stored.family);
  const { count, valid, nulls, distinct, mostCommon } = profile;
  const type = group === 'unsupported' ? stored.type : group;
  return JSON.stringify([type, count, valid, nulls, distinct, mostCommon.map((each) => [each.value, each.count])]);
}

/** Columns that may be equal, by their profiles: groups of two and more. */
export function alikeColumns(columns: readonly ProfiledColumn[]): ProfiledColumn[][] {
  const groups = new Map<string, ProfiledColumn[]>();
  for (const column of columns) {
    const key = likeness(column);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [column]);
    else group.push(column);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Splits columns that look alike into those that are equal; `equal` says which are equal to the first of a list. */
export async function duplicatedColumns(
  alike: readonly ProfiledColumn[][],
  equal: (columns: readonly DatasetColumn[]) => Promise<readonly boolean[]>,
): Promise<string[][]> {
  const found: string[][] = [];
  for (const group of alike) {
    let rest: readonly ProfiledColumn[] = group;
    while (rest.length > 1) {
      const same = await equal(rest.map(({ stored }) => stored));
      const twins = rest.filter((_, i) => same[i] === true);
      if (twins.length > 1) found.push(twins.map(({ stored }) => stored.column));
      rest = rest.filter((_, i) => same[i] !== true);
    }
  }
  return found;
}
