import type { UnseenValues } from '#shared/domain/profile.ts';
import type { CategoryColumn } from './categoryColumn.ts';
import type { PlannedColumn } from './planColumns.ts';
import type { NumericSummary } from './summariseNumbers.ts';

/** Whether both sides have the column, and the reference values to compare with. */
export function isComparable(plan: PlannedColumn, validInReference: number): boolean {
  return plan.reference !== null && plan.current !== null && validInReference > 0;
}

/** Current numbers below the smallest and above the largest of the reference. */
export function beyondRange({ merged, current }: NumericSummary): UnseenValues {
  const rows = (share: number): number => Math.round(share * current.n);
  return { kind: 'range', below: rows(merged.currentBelowReference), above: rows(merged.currentAboveReference) };
}

function only(here: Float64Array, there: Float64Array): { values: number; rows: number } {
  let values = 0;
  let rows = 0;
  for (let i = 0; i < here.length; i += 1) {
    if (here[i] === 0 || there[i]! > 0) continue;
    values += 1;
    rows += here[i]!;
  }
  return { values, rows };
}

/** Current rows whose category the reference does not have, and the other way round. */
export function unseenCategories({ counts }: CategoryColumn): UnseenValues {
  const vanished = only(counts.reference, counts.current);
  return { kind: 'list', ...only(counts.current, counts.reference), vanishedValues: vanished.values, vanishedRows: vanished.rows };
}
