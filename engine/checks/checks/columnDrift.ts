import type { ColumnReport } from '#shared/domain/report.ts';
import { defineColumnCheck, type Measurement } from '../defineCheck.ts';
import { noDrift, scoreDetail } from '../roleDriftCheck.ts';

function said(column: ColumnReport): Pick<Measurement, 'detail' | 'why'> {
  return column.status === 'not-tested' ? { why: column.notTested.sentence } : { detail: scoreDetail(column) };
}

/** The drift score of a column, on the side of its threshold that means no drift. */
export const columnDrift = defineColumnCheck({
  id: 'column-drift',
  label: 'Drift of a column',
  group: 'drift',
  form: 'number',
  kinds: ['numeric', 'categorical', 'text'],
  noun: ({ column }) => `The drift score of ${column.column}`,
  measure: ({ column }) => ({ value: column.driftScore, referenceValue: null, reason: 'not-tested', ...said(column) }),
  automatic: (_, { column }) => (column.status === 'tested' ? noDrift(column) : null),
  byDefault: 'on the side of the method’s threshold that means no drift',
  fixed: true,
});
