import type { Bound, Condition, ValueForm } from '#shared/domain/suite.ts';
import { formatCount, formatNumber } from '#shared/text/formatNumber.ts';

const leastRelative = 1e-6;
const leastAbsolute = 1e-12;

/** The room around a bound: none for a plain number, else the larger of |value| · relative and absolute. */
function roomOf(bound: Bound): number {
  if (typeof bound === 'number') return 0;
  return Math.max(Math.abs(bound.value) * (bound.relative ?? leastRelative), bound.absolute ?? leastAbsolute);
}

const valueOf = (bound: Bound): number => (typeof bound === 'number' ? bound : bound.value);

type Part = keyof Condition;

const tests: { readonly [P in Part]: (value: number, part: NonNullable<Condition[P]>) => boolean } = {
  eq: (x, bound) => Math.abs(x - valueOf(bound)) <= roomOf(bound),
  notEq: (x, bound) => Math.abs(x - valueOf(bound)) > roomOf(bound),
  gt: (x, bound) => x > valueOf(bound) + roomOf(bound),
  gte: (x, bound) => x >= valueOf(bound) - roomOf(bound),
  lt: (x, bound) => x < valueOf(bound) - roomOf(bound),
  lte: (x, bound) => x <= valueOf(bound) + roomOf(bound),
  in: (x, list) => list.includes(x),
  notIn: (x, list) => !list.includes(x),
  between: (x, [from, to]) => x >= from && x <= to,
};

const order = ['eq', 'notEq', 'gt', 'gte', 'lt', 'lte', 'in', 'notIn', 'between'] as const;

/** Whether a value meets every part of a condition. */
export function meets(value: number, condition: Condition): boolean {
  const holds = <P extends Part>(part: P): boolean => {
    const wanted = condition[part];
    return wanted === undefined || tests[part](value, wanted as NonNullable<Condition[P]>);
  };
  return order.every(holds);
}

/** A value of a check in words: counts whole, shares in per cent with four digits, numbers with five. */
export function writeValue(value: number, form: ValueForm): string {
  if (form === 'share') return `${formatNumber(value * 100)} %`;
  return form === 'count' && Number.isInteger(value) ? formatCount(value) : formatNumber(value, 5);
}

function boundWords(bound: Bound, form: ValueForm): string {
  const value = valueOf(bound);
  const room = roomOf(bound);
  const shown = room > Math.abs(value) * 1e-5 && room > 1e-9;
  return writeValue(value, form) + (shown ? ` ± ${writeValue(room, form)}` : '');
}

/** A condition in words: "at most 3 % ± 0.3 %". */
export function describeCondition(condition: Condition, form: ValueForm): string {
  const { eq, notEq, gt, gte, lt, lte, between } = condition;
  const bound = (word: string, part: Bound | undefined): string | null => (part === undefined ? null : `${word}${boundWords(part, form)}`);
  const list = (word: string, part: readonly number[] | undefined): string | null =>
    part === undefined ? null : `${word} ${part.map((value) => writeValue(value, form)).join(', ')}`;
  const words = [
    bound('', eq),
    bound('not ', notEq),
    bound('more than ', gt),
    bound('at least ', gte),
    bound('less than ', lt),
    bound('at most ', lte),
    list('one of', condition.in),
    list('none of', condition.notIn),
    between === undefined ? null : `between ${writeValue(between[0], form)} and ${writeValue(between[1], form)}`,
  ];
  return words.filter((word) => word !== null).join(' and ');
}
