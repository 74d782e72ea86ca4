import { z } from 'zod';
import { textParam } from '../paramOf.ts';
import { defineWholeRowsCheck } from '../rowsCheck.ts';

/** Rows of current that do not meet a SQL condition; a row of which it cannot be told meets it. */
export const rowsMeetCondition = defineWholeRowsCheck({
  id: 'rows-meet-condition',
  label: 'Rows that meet a condition',
  group: 'values',
  params: z.strictObject({ condition: z.string().min(1) }),
  noun: ({ params }) => `The share of rows that do not meet ${textParam(params, 'condition')}`,
  rows: ({ params }) => ({ among: 'true', failing: `not coalesce((${textParam(params, 'condition')}\n), true)` }),
});
