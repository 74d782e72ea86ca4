import { z } from 'zod';
import { defineRowsCheck } from '../rowsCheck.ts';
import { asNumber, hasValue, ownColumn } from '../storedValues.ts';

/** Milliseconds of an ISO 8601 time; without a zone it is UTC. */
function timeOf(text: string): number {
  return Date.parse(/\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text) ? `${text.replace(' ', 'T')}Z` : text);
}

const bound = z.union([z.number(), z.string().refine((text) => !Number.isNaN(timeOf(text)), { error: 'is neither a number nor a time' })]);

const asBound = (value: unknown): number | null => (typeof value === 'number' ? value : typeof value === 'string' ? timeOf(value) : null);

/** Values of current below or above bounds that the suite gives, as a share of the valid values. */
export const valueInRange = defineRowsCheck({
  id: 'value-in-range',
  label: 'Values of a range',
  group: 'ranges',
  kinds: ['numeric', 'datetime'],
  params: z
    .strictObject({ min: bound.optional(), max: bound.optional() })
    .refine(({ min, max }) => min !== undefined || max !== undefined, { error: 'needs min, max or both' })
    .transform(({ min, max }) => ({ ...(min !== undefined && { min }), ...(max !== undefined && { max }) })),
  noun: ({ column, params: { min, max } }) => {
    const outside = [min === undefined ? [] : [`below ${String(min)}`], max === undefined ? [] : [`above ${String(max)}`]].flat();
    return `The share of values of ${column.column} ${outside.join(' or ')}`;
  },
  rows: (facts, stored) => {
    const column = ownColumn(facts, stored);
    if (column === null) return null;
    const x = asNumber(column, facts.column.kind);
    const [min, max] = [asBound(facts.params['min']), asBound(facts.params['max'])];
    const outside = [...(min === null ? [] : [`${x} < ${min}`]), ...(max === null ? [] : [`${x} > ${max}`])];
    return { among: hasValue(column, facts), failing: outside.join(' or ') };
  },
});
