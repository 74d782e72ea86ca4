import { z } from 'zod';
import { cellsDiffer } from '../../data/evidence/equalColumns.ts';
import { countedKinds } from '../defineCheck.ts';
import { textParam } from '../paramOf.ts';
import { defineRowsCheck } from '../rowsCheck.ts';
import { noColumn, ownColumn } from '../storedValues.ts';

/** Rows of current whose value differs from that of another column; missing values equal one another. */
export const equalToColumn = defineRowsCheck({
  id: 'equal-to-column',
  label: 'Equal to another column',
  group: 'values',
  kinds: countedKinds,
  params: z.strictObject({ to: z.string() }),
  noun: ({ column, params }) => `The share of rows whose ${column.column} differs from ${textParam(params, 'to')}`,
  rows: (facts, stored) => {
    const column = ownColumn(facts, stored);
    const to = textParam(facts.params, 'to');
    const other = stored.get(to);
    if (column === null) return null;
    return other === undefined ? noColumn(to) : { among: 'true', failing: cellsDiffer(column, other) };
  },
});
