import { defineDatasetCheck } from '../defineCheck.ts';

/** Columns of the reference that current lacks, or stores as another type. */
export const columnTypes = defineDatasetCheck({
  id: 'column-types',
  label: 'Column types',
  group: 'shape',
  form: 'count',
  noun: () => 'The number of columns that are gone or of another type',
  measure: ({ report }) => {
    const expected = report.dataDrift.columns.filter(({ types }) => types.reference !== null);
    const others = expected.filter(({ types }) => types.current !== types.reference);
    const named = others.slice(0, 3).map(({ column, types }) => `${column}: ${types.reference} became ${types.current ?? 'nothing'}`);
    const more = others.length > 3 ? ` and ${others.length - 3} more` : '';
    return { value: others.length, referenceValue: 0, ...(others.length > 0 && { detail: named.join(', ') + more }) };
  },
  automatic: () => ({ eq: 0 }),
  byDefault: '0',
  fixed: true,
});
