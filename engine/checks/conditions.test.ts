import { describe, expect, it } from 'vitest';
import { condition } from '#shared/domain/suite.ts';
import { describeCondition, meets } from './conditions.ts';

describe('a condition', () => {
  it.each([
    [{ eq: 3 }, 3, true],
    [{ eq: 3 }, 3.0000001, false],
    [{ eq: { value: 300, relative: 0.1 } }, 330, true],
    [{ eq: { value: 300, relative: 0.1 } }, 331, false],
    [{ eq: { value: 0, relative: 0.1 } }, 1e-12, true],
    [{ eq: { value: 0, absolute: 0.25 } }, -0.25, true],
    [{ notEq: { value: 10, absolute: 1 } }, 10.5, false],
    [{ notEq: 10 }, 11, true],
    [{ gt: 1 }, 1, false],
    [{ gt: { value: 10, relative: 0.1 } }, 11, false],
    [{ gt: { value: 10, relative: 0.1 } }, 11.1, true],
    [{ gte: { value: 10, relative: 0.1 } }, 9, true],
    [{ lt: { value: 10, relative: 0.1 } }, 9.5, false],
    [{ lte: { value: 0.03, relative: 0.1 } }, 0.033, true],
    [{ lte: { value: 0.03, relative: 0.1 } }, 0.0331, false],
    [{ gte: 1, lte: 2 }, 3, false],
    [{ in: [1, 2] }, 2, true],
    [{ notIn: [1, 2] }, 2, false],
    [{ between: [1, 2] as [number, number] }, 2, true],
    [{ between: [1, 2] as [number, number] }, 2.1, false],
  ])('%j of %d is %s', (wanted, value, expected) => {
    expect(meets(value, condition.parse(wanted))).toBe(expected);
  });

  it('takes a tolerance that is given in part as Evidently does: the other part keeps its least', () => {
    expect(meets(1_000_000.9, condition.parse({ eq: { value: 1_000_000, absolute: 0.1 } }))).toBe(true);
    expect(meets(1_000_001.1, condition.parse({ eq: { value: 1_000_000, absolute: 0.1 } }))).toBe(false);
  });

  it.each([
    [{ eq: { value: 300, relative: 0.1 } }, 'count', '300 ± 30'],
    [{ lte: { value: 0.03, relative: 0.1 } }, 'share', 'at most 3 % ± 0.3 %'],
    [{ lte: { value: 0, relative: 0.1 } }, 'share', 'at most 0 %'],
    [{ gte: 20.135, lte: 57.242 }, 'number', 'at least 20.135 and at most 57.242'],
    [{ in: [1, 2] }, 'count', 'one of 1, 2'],
    [{ between: [0, 1.5] }, 'number', 'between 0 and 1.5'],
  ] as const)('%j of a %s reads %s', (wanted, form, words) => {
    expect(describeCondition(condition.parse(wanted), form)).toBe(words);
  });

  it('cannot be empty', () => {
    expect(condition.safeParse({}).success).toBe(false);
  });
});
