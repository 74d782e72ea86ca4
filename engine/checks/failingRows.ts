import type { ColumnReport, DriftReport } from '#shared/domain/report.ts';
import { quoteName, quoteText } from '../data/quote.ts';
import type { ColumnFacts } from './defineCheck.ts';

const isFloat = (type: string): boolean => /^(FLOAT|DOUBLE|REAL)/.test(type);
const isInteger = (type: string): boolean => /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?)$/.test(type);
const isText = (type: string): boolean => type.startsWith('VARCHAR');

/** A condition within that of the run. */
export function conditionInRun({ settings: { where } }: DriftReport, condition: string): string {
  // A comment at the end of the condition of the run must not take the bracket with it.
  return where === null ? condition : `(${where}${where.includes('--') ? '\n' : ''}) and (${condition})`;
}

const inRun = ({ report }: ColumnFacts, condition: string): string => conditionInRun(report, condition);

/** The rows of current that count as missing in a column, as SQL; null where that cannot be said in a condition. */
export function missingRows(facts: ColumnFacts): string | null {
  const { column, types } = facts.column;
  const type = types.current;
  if (type === null) return null;
  const name = quoteName(column);
  const kinds = facts.report.settings.missing;
  const parts = [
    ...(kinds.includes('null') ? [`${name} is null`] : []),
    ...(kinds.includes('nan') && isFloat(type) ? [`isnan(${name})`] : []),
    ...(kinds.includes('infinity') && isFloat(type) ? [`isinf(${name})`] : []),
    ...(kinds.includes('empty-string') && isText(type) ? [`${name} = ''`] : []),
  ];
  return parts.length === 0 ? null : inRun(facts, parts.join(' or '));
}

/** The rows of current with an infinite value. */
export function infiniteRows(facts: ColumnFacts): string | null {
  const { column, types } = facts.column;
  return types.current !== null && isFloat(types.current) ? inRun(facts, `isinf(${quoteName(column)})`) : null;
}

/** The rows of current whose number lies beyond two bounds; null where the type has no such numbers. */
export function rowsBeyond(facts: ColumnFacts, { lower, upper }: { readonly lower: number; readonly upper: number }): string | null {
  const { column, types } = facts.column;
  const type = types.current ?? '';
  if (!(isFloat(type) || isInteger(type))) return null;
  const name = quoteName(column);
  const outside = `${name} < ${lower} or ${name} > ${upper}`;
  return inRun(facts, isFloat(type) ? `isfinite(${name}) and (${outside})` : outside);
}

/** The rows of current whose number lies outside the range of the reference. */
export function rowsOutsideRange(facts: ColumnFacts): string | null {
  const { reference } = facts.column;
  const [lower, upper] = [reference?.min, reference?.max];
  return typeof lower !== 'number' || typeof upper !== 'number' ? null : rowsBeyond(facts, { lower, upper });
}

function knownCategories({ histogram }: ColumnReport): string[] | null {
  if (histogram?.kind !== 'categories' || histogram.other.categories > 0) return null;
  return histogram.categories.flatMap(({ value, reference }) => (reference > 0 ? [value] : []));
}

/** The rows of current whose category the reference does not have; null where there are too many to list. */
export function rowsOutsideList(facts: ColumnFacts): string | null {
  const { column, types } = facts.column;
  const known = knownCategories(facts.column);
  const type = types.current ?? '';
  if (known === null || known.length === 0) return null;
  const name = quoteName(column);
  if (isInteger(type)) return inRun(facts, `${name} not in (${known.join(', ')})`);
  if (!isText(type)) return null;
  const empty = facts.report.settings.missing.includes('empty-string') ? ` and ${name} <> ''` : '';
  return inRun(facts, `${name} not in (${known.map(quoteText).join(', ')})${empty}`);
}
