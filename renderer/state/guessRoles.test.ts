import { describe, expect, it } from 'vitest';
import { guessRoles } from './guessRoles.ts';

const none = { reference: false, current: false };

describe('the roles of dropped files', () => {
  it('follow the order where the names say nothing', () => {
    expect(guessRoles(['2021-01.parquet', '2021-02.parquet'], none)).toEqual({
      reference: '2021-01.parquet',
      current: '2021-02.parquet',
    });
  });

  it('follow the names where they say something', () => {
    const guess = { reference: '/d/train.csv', current: '/d/production.csv' };
    expect(guessRoles(['/d/production.csv', '/d/train.csv'], none)).toEqual(guess);
    expect(guessRoles(['/d/train.csv', '/d/production.csv'], none)).toEqual(guess);
    expect(guessRoles(['C:\\d\\week.csv', 'C:\\d\\my_reference.csv'], none)).toEqual({
      reference: 'C:\\d\\my_reference.csv',
      current: 'C:\\d\\week.csv',
    });
  });

  it('do not read a word inside another', () => {
    expect(guessRoles(['currency.csv', 'preferences.csv'], none)).toEqual({
      reference: 'currency.csv',
      current: 'preferences.csv',
    });
  });

  it('fill the empty place with a single file', () => {
    expect(guessRoles(['a.csv'], none)).toEqual({ reference: 'a.csv' });
    expect(guessRoles(['a.csv'], { reference: true, current: false })).toEqual({ current: 'a.csv' });
    expect(guessRoles(['a.csv'], { reference: true, current: true })).toEqual({ current: 'a.csv' });
    expect(guessRoles(['current.csv'], none)).toEqual({ current: 'current.csv' });
    expect(guessRoles(['baseline.csv'], { reference: true, current: true })).toEqual({ reference: 'baseline.csv' });
    expect(guessRoles(['baseline.csv'], { reference: true, current: false })).toEqual({ current: 'baseline.csv' });
  });

  it('are nobody’s when nothing was dropped', () => {
    expect(guessRoles([], none)).toEqual({});
  });
});
