import { z } from 'zod';
import { quoteName } from '../../data/quote.ts';
import { listParam } from '../paramOf.ts';
import { defineWholeRowsCheck } from '../rowsCheck.ts';
import { noColumn } from '../storedValues.ts';

/** Rows of current that another row equals in some columns, of the rows that have a value in any of them. */
export const uniqueTogether = defineWholeRowsCheck({
  id: 'unique-together',
  label: 'Unique together',
  group: 'values',
  params: z.strictObject({ columns: z.array(z.string()).min(1) }),
  noun: ({ params }) => `The share of rows that another one equals in ${listParam(params, 'columns').join(', ')}`,
  rows: ({ params }, stored) => {
    const names = listParam(params, 'columns').map(String);
    const missing = names.find((name) => !stored.has(name));
    if (missing !== undefined) return noColumn(missing);
    const quoted = names.map(quoteName);
    return { among: quoted.map((name) => `${name} is not null`).join(' or '), repeated: quoted };
  },
});
