import type { ColumnProfile } from '#shared/domain/profile.ts';
import type { ColumnReport, MissingValuesSection } from '#shared/domain/report.ts';
import type { MissingKind } from '#shared/domain/settings.ts';

type SideTotals = MissingValuesSection['reference'];
type ColumnCounts = MissingValuesSection['columns'][number]['reference'];

function totals(profiles: readonly ColumnProfile[]): SideTotals {
  const numberOfMissingValues = profiles.reduce((total, profile) => total + profile.missing, 0);
  const numberOfCells = profiles.reduce((total, profile) => total + profile.count, 0);
  const share = numberOfCells === 0 ? null : numberOfMissingValues / numberOfCells;
  return {
    numberOfMissingValues,
    numberOfCells,
    shareOfMissingValues: share,
    reasons: share === null ? { shareOfMissingValues: 'no-cells' } : {},
  };
}

function counts(profile: ColumnProfile | null): ColumnCounts {
  if (profile === null) return null;
  return {
    missing: profile.missing,
    share: profile.missingShare,
    nulls: profile.nulls,
    nan: profile.nan,
    infinite: profile.positiveInfinity + profile.negativeInfinity,
    emptyStrings: profile.emptyStrings,
    reasons: profile.missingShare === null ? { share: 'no-cells' } : {},
  };
}

/** Missing values of each column and of each side: the share is over cells, rows × columns. */
export function missingValues(columns: readonly ColumnReport[], kinds: readonly MissingKind[]): MissingValuesSection {
  const side = (name: 'reference' | 'current'): ColumnProfile[] =>
    columns.map((column) => column[name]).filter((profile) => profile !== null);
  return {
    countedAsMissing: [...kinds],
    reference: totals(side('reference')),
    current: totals(side('current')),
    columns: columns.map((column) => ({
      column: column.column,
      reference: counts(column.reference),
      current: counts(column.current),
      reasons: {},
    })),
  };
}
