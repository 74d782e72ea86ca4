import type { ColumnReport, DriftReport } from '#shared/domain/report.ts';
import type { Side } from '#shared/domain/dataset.ts';
import { coefficientOf } from '#shared/text/describeCorrelations.ts';
import { defineDatasetCheck, type CheckParts, type DatasetCheck, type DatasetFacts } from './defineCheck.ts';

type Role = ColumnReport['role'];

interface Strongest {
  readonly value: number;
  readonly names: string;
}

/** The strongest correlation, by size, of the pairs whose columns have these roles; null where there is none. */
export function strongestPair({ correlations, dataDrift }: DriftReport, side: Side, roles: readonly [Role, Role]): Strongest | null {
  if (correlations === null) return null;
  const roleOf = new Map(dataDrift.columns.map(({ column, role }) => [column, role]));
  let best: Strongest | null = null;
  for (const pair of correlations.numeric.pairs) {
    const [a, b] = [roleOf.get(pair.a), roleOf.get(pair.b)];
    if (!((a === roles[0] && b === roles[1]) || (a === roles[1] && b === roles[0]))) continue;
    const value = Math.abs(coefficientOf(pair, side, correlations.method) ?? Number.NaN);
    if (value > (best?.value ?? -1)) best = { value, names: `${pair.a} and ${pair.b}` };
  }
  return best;
}

type Parts = Pick<CheckParts<DatasetFacts>, 'id' | 'label'> & { readonly what: string; readonly roles: readonly [Role, Role] };

/** Declares a check of the strongest correlation between columns of two roles, compared with that of the reference. */
export function defineCorrelationCheck({ what, roles, ...parts }: Parts): DatasetCheck {
  return defineDatasetCheck({
    ...parts,
    group: 'relations',
    form: 'number',
    needs: 'correlations',
    noun: () => what,
    measure: ({ report }) => {
      const found = strongestPair(report, 'current', roles);
      const referenceValue = strongestPair(report, 'reference', roles)?.value ?? null;
      if (found === null) return { value: null, referenceValue, reason: 'no-valid-values' };
      return { value: found.value, referenceValue, reason: 'no-valid-values', detail: found.names };
    },
    automatic: (reference) => (reference === null ? { lt: 0.9 } : { eq: { value: reference, relative: 0.1 } }),
    byDefault: 'as the reference, ± 10 %',
  });
}
