import { z } from 'zod';
import { textParam } from '../paramOf.ts';
import { defineRowsCheck } from '../rowsCheck.ts';
import { asNumber, hasValue, noColumn, ownColumn } from '../storedValues.ts';

/** Rows of current whose value is not greater than that of another column, of the rows that have both. */
export const greaterThanColumn = defineRowsCheck({
  id: 'greater-than-column',
  label: 'Greater than another column',
  group: 'values',
  kinds: ['numeric', 'datetime'],
  params: z.strictObject({ than: z.string(), orEqual: z.boolean().default(false) }),
  noun: ({ column, params }) =>
    `The share of rows whose ${column.column} is not greater than ${params['orEqual'] === true ? 'or equal to ' : ''}${textParam(params, 'than')}`,
  rows: (facts, stored) => {
    const column = ownColumn(facts, stored);
    const than = textParam(facts.params, 'than');
    const other = stored.get(than);
    if (column === null) return null;
    if (other === undefined) return noColumn(than);
    const { kind } = facts.column;
    const sign = facts.params['orEqual'] === true ? '<' : '<=';
    return {
      among: `${hasValue(column, facts)} and ${hasValue(other, facts)}`,
      failing: `${asNumber(column, kind)} ${sign} ${asNumber(other, kind)}`,
    };
  },
});
