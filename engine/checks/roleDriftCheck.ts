import { formatPValue } from '#shared/text/formatNumber.ts';
import { methodName } from '#shared/text/methodNames.ts';
import type { ColumnReport, DriftReport, TestedColumn } from '#shared/domain/report.ts';
import type { Condition } from '#shared/domain/suite.ts';
import { defineDatasetCheck, type DatasetCheck } from './defineCheck.ts';

/** What the score of a column must meet to be no drift. */
export function noDrift({ driftedWhen, threshold }: TestedColumn): Condition {
  if (driftedWhen === 'below') return { gte: threshold };
  if (driftedWhen === 'at-or-below') return { gt: threshold };
  return driftedWhen === 'above' ? { lte: threshold } : { lt: threshold };
}

/** Which method gave the score, or why there is none. */
export function scoreDetail(column: ColumnReport): string {
  if (column.status === 'not-tested') return column.notTested.sentence;
  const { short } = methodName(column.method);
  return column.scoreIs === 'pValue' ? `${short}, p ${formatPValue(column.driftScore)}` : short;
}

type Role = 'target' | 'prediction';

function columnOf({ settings, dataDrift }: DriftReport, role: Role): ColumnReport | undefined {
  return dataDrift.columns.find(({ column }) => column === settings.roles[role]);
}

/** A check on the drift of the column that has a role. */
export function roleDriftCheck(role: Role): DatasetCheck {
  return defineDatasetCheck({
    id: `${role}-drift`,
    label: `Drift of the ${role}`,
    group: 'drift',
    form: 'number',
    noun: ({ report }) => `The drift score of the ${role}${report.settings.roles[role] === null ? '' : ` ${report.settings.roles[role]}`}`,
    measure: ({ report }) => {
      const column = columnOf(report, role);
      if (column === undefined) {
        return {
          value: null,
          referenceValue: null,
          reason: 'no-such-column',
          detail: `no ${role} is named, or it is not among the columns`,
        };
      }
      return { value: column.driftScore, referenceValue: null, reason: 'not-tested', detail: scoreDetail(column) };
    },
    automatic: (_, { report }) => {
      const column = columnOf(report, role);
      return column?.status === 'tested' ? noDrift(column) : null;
    },
    byDefault: 'on the side of the method’s threshold that means no drift',
    fixed: true,
  });
}
