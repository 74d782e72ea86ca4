import { formatPValue } from '#shared/text/formatNumber.ts';
import { methodName } from '#shared/text/methodNames.ts';
import type { ColumnReport, TestedColumn } from '#shared/domain/report.ts';
import type { Condition } from '#shared/domain/suite.ts';
import { defineColumnCheck, type Measurement } from '../defineCheck.ts';

function noDrift({ driftedWhen, threshold }: TestedColumn): Condition {
  if (driftedWhen === 'below') return { gte: threshold };
  if (driftedWhen === 'at-or-below') return { gt: threshold };
  return driftedWhen === 'above' ? { lte: threshold } : { lt: threshold };
}

function said(column: ColumnReport): Pick<Measurement, 'detail' | 'why'> {
  if (column.status === 'not-tested') return { why: column.notTested.sentence };
  const { short } = methodName(column.method);
  return { detail: column.scoreIs === 'pValue' ? `${short}, p ${formatPValue(column.driftScore)}` : short };
}

/** The drift score of a column, on the side of its threshold that means no drift. */
export const columnDrift = defineColumnCheck({
  id: 'column-drift',
  label: 'Drift of a column',
  group: 'drift',
  form: 'number',
  kinds: ['numeric', 'categorical'],
  noun: ({ column }) => `The drift score of ${column.column}`,
  measure: ({ column }) => ({ value: column.driftScore, referenceValue: null, reason: 'not-tested', ...said(column) }),
  automatic: (_, { column }) => (column.status === 'tested' ? noDrift(column) : null),
  byDefault: 'on the side of the method’s threshold that means no drift',
  fixed: true,
});
