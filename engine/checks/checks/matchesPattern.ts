import { z } from 'zod';
import { quoteText } from '../../data/quote.ts';
import { notMuchMore } from '../automaticConditions.ts';
import { textParam } from '../paramOf.ts';
import { defineRowsCheck } from '../rowsCheck.ts';
import { asText, hasValue, ownColumn } from '../storedValues.ts';

/** Values of current that a regular expression does not match, as a share of the valid values. */
export const matchesPattern = defineRowsCheck({
  id: 'matches-pattern',
  label: 'Values of a pattern',
  group: 'values',
  kinds: ['categorical', 'text', 'id'],
  params: z.strictObject({ pattern: z.string().min(1), whole: z.boolean().default(true) }),
  noun: ({ column, params }) => `The share of values of ${column.column} that do not match ${textParam(params, 'pattern')}`,
  rows: (facts, stored) => {
    const column = ownColumn(facts, stored);
    if (column === null) return null;
    const matches = facts.params['whole'] === false ? 'regexp_matches' : 'regexp_full_match';
    return {
      among: hasValue(column, facts),
      failing: `not ${matches}(${asText(column)}, ${quoteText(textParam(facts.params, 'pattern'))})`,
    };
  },
  automatic: notMuchMore,
  byDefault: 'at most the reference’s, + 10 %',
});
