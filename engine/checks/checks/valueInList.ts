import { z } from 'zod';
import type { DatasetColumn } from '../../data/dataset.ts';
import { quoteName, quoteText } from '../../data/quote.ts';
import { groupOf } from '../../data/sqlTypes.ts';
import { countedKinds } from '../defineCheck.ts';
import { listParam } from '../paramOf.ts';
import { defineRowsCheck } from '../rowsCheck.ts';
import { asText, hasValue, ownColumn } from '../storedValues.ts';

/** Numbers are compared as numbers, all else as text. */
function listed(column: DatasetColumn, values: readonly (number | string)[]): string {
  const numbers = groupOf(column.family) === 'number' && values.every((value) => Number.isFinite(Number(value)));
  if (numbers) return `${quoteName(column.column)} in (${values.map(Number).join(', ')})`;
  return `${asText(column)} in (${values.map((value) => quoteText(String(value))).join(', ')})`;
}

const shown = (values: readonly (number | string)[]): string => `${values.slice(0, 5).join(', ')}${values.length > 5 ? ', …' : ''}`;

/** Values of current that are not in a list that the suite gives, as a share of the valid values. */
export const valueInList = defineRowsCheck({
  id: 'value-in-list',
  label: 'Values of a list',
  group: 'categories',
  kinds: countedKinds,
  params: z.strictObject({ values: z.array(z.union([z.number(), z.string()])).min(1) }),
  noun: ({ column, params }) => `The share of values of ${column.column} that are none of ${shown(listParam(params, 'values'))}`,
  rows: (facts, stored) => {
    const column = ownColumn(facts, stored);
    return column === null
      ? null
      : { among: hasValue(column, facts), failing: `not (${listed(column, listParam(facts.params, 'values'))})` };
  },
});

/** Values of current that are in a list of what must not be, as a share of the valid values. */
export const valueNotInList = defineRowsCheck({
  id: 'value-not-in-list',
  label: 'Values outside a list',
  group: 'categories',
  kinds: countedKinds,
  params: z.strictObject({ values: z.array(z.union([z.number(), z.string()])).min(1) }),
  noun: ({ column, params }) => `The share of values of ${column.column} that are one of ${shown(listParam(params, 'values'))}`,
  rows: (facts, stored) => {
    const column = ownColumn(facts, stored);
    return column === null ? null : { among: hasValue(column, facts), failing: listed(column, listParam(facts.params, 'values')) };
  },
});
