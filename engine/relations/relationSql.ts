import type { ReportSettings } from '#shared/domain/settings.ts';
import type { DatasetColumn } from '../data/dataset.ts';
import { labelExpression } from '../data/evidence/labels.ts';

/** The category of a row as a whole number: equal for equal categories, of 52 bits, so that two of them do not meet. */
export function categoryExpression(column: DatasetColumn, settings: ReportSettings): string {
  const label = labelExpression(column, { truthAsNumber: false, emptyIsMissing: settings.missing.includes('empty-string') });
  return `case when ${label} is not null then (hash(${label}) >> 12)::double end`;
}
