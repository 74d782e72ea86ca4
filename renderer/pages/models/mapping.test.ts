import { describe, expect, it } from 'vitest';
import type { ModelValue } from '../../../shared/domain/model.ts';
import { fillingsOf, moved, namesFrom, onScreen, widthOf, withInput } from './mapping.ts';

const value = (name: string, shape: ModelValue['shape']): ModelValue => ({ name, structure: 'tensor', element: 'float32', shape });

describe('how an input stands', () => {
  it('takes as many values a row as its second dimension says', () => {
    expect([[null], [null, 1], ['N', 6], [null, null], null].map((shape) => widthOf({ shape }))).toEqual([1, 1, 6, null, null]);
  });

  it('is as the engine mapped it', () => {
    const mapped = [{ input: 'X', columns: ['a', 'b'], source: 'from-model' as const }];
    expect(fillingsOf([value('X', [null, 2])], mapped, {}, [])).toMatchObject([{ columns: ['a', 'b'], source: 'from-model', width: 2 }]);
  });

  it('is filled by hand and by name where the engine could map nothing', () => {
    const inputs = [value('Trip Distance', [null, 1]), value('fare', [null, 1]), value('zone', [null, 1])];
    const found = fillingsOf(inputs, [], { zone: ['PU'] }, ['trip_distance', 'PU', 'total']);
    expect(found.map(({ columns, source }) => [columns, source])).toEqual([
      [['trip_distance'], 'by-name'],
      [[], null],
      [['PU'], 'by-hand'],
    ]);
  });

  it('counts what is said without an input for the only one', () => {
    expect(fillingsOf([value('X', [null, 2])], [], { '': ['b', 'a'] }, [])).toMatchObject([{ columns: ['b', 'a'], source: 'by-hand' }]);
  });
});

it('changes one input and leaves the others', () => {
  expect(withInput({ X: ['a'], Y: ['b'] }, 'X', ['c', 'd'])).toEqual({ Y: ['b'], X: ['c', 'd'] });
  expect(withInput({ X: ['a'], Y: ['b'] }, 'X', [])).toEqual({ Y: ['b'] });
  expect(withInput({ '': ['a'] }, 'X', ['b'])).toEqual({ X: ['b'] });
});

it('moves a member of a list to a place', () => {
  expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
  expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c']);
  expect(moved(['a'], 4, 0)).toEqual(['a']);
});

it('reads names one a line or between commas', () => {
  expect(namesFrom(' a, b\n\n c d ,')).toEqual(['a', 'b', 'c d']);
});

it('leaves the terminal’s advice out', () => {
  expect(onScreen('The data have no column x. Say which fills it: --map x=COLUMN.')).toBe('The data have no column x. Choose below.');
  expect(onScreen('In row 3. Say what the model is given for it: --nulls nan, or --fill a=VALUE.')).toBe(
    'In row 3. Choose what it is given under Missing values.',
  );
  expect(onScreen('Plain.')).toBe('Plain.');
});
