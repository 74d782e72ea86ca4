import { z } from 'zod';
import { numberParam } from '../paramOf.ts';
import { defineRowsCheck } from '../rowsCheck.ts';
import { asText, hasValue, ownColumn } from '../storedValues.ts';

const longest = Number.MAX_SAFE_INTEGER;

/** Texts of current that are shorter or longer than the suite allows, as a share of the valid values. */
export const valueLength = defineRowsCheck({
  id: 'value-length',
  label: 'Length of texts',
  group: 'values',
  kinds: ['categorical', 'text', 'id'],
  params: z.strictObject({ min: z.int().nonnegative().default(0), max: z.int().nonnegative().default(longest) }),
  noun: ({ column, params }) => {
    const max = numberParam(params, 'max', longest);
    const room = `${numberParam(params, 'min', 0)} ${max === longest ? 'or more' : `to ${max}`}`;
    return `The share of texts of ${column.column} without ${room} characters`;
  },
  rows: (facts, stored) => {
    const column = ownColumn(facts, stored);
    if (column === null) return null;
    const between = `between ${numberParam(facts.params, 'min', 0)} and ${numberParam(facts.params, 'max', longest)}`;
    return { among: hasValue(column, facts), failing: `length(${asText(column)}) not ${between}` };
  },
});
