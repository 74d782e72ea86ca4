import { describe, expect, it } from 'vitest';
import type { CheckResult } from '#shared/domain/suite.ts';
import { choiceOf, grouped, isFound, usualPresets, wordOf } from './testsView.ts';

function result(part: Partial<CheckResult>): CheckResult {
  return {
    id: `${part.check ?? 'mean-value'}:${part.column ?? ''}`,
    check: 'mean-value',
    label: 'Mean',
    group: 'ranges',
    column: null,
    kind: null,
    status: 'pass',
    isCritical: true,
    form: 'number',
    value: 1,
    referenceValue: 1,
    params: {},
    condition: { eq: 1 },
    expected: '1',
    origin: 'reference',
    originSentence: 'From the reference.',
    sentence: 'The mean is 1.',
    failingRows: null,
    reasons: {},
    ...part,
  };
}

describe('what the address chooses', () => {
  it('is the suite of the workspace where there is one, else the usual presets', () => {
    expect(choiceOf(undefined, 'checks: []')).toEqual({ suite: 'checks: []', presets: [] });
    expect(choiceOf(undefined, null)).toEqual({ suite: null, presets: usualPresets });
    expect(choiceOf('workspace', null)).toEqual({ suite: null, presets: usualPresets });
    expect(choiceOf('data-drift', 'checks: []')).toEqual({ suite: null, presets: ['data-drift'] });
  });

  it('is written as the word it was read from', () => {
    for (const word of ['workspace', 'data-drift', usualPresets.join(',')]) expect(wordOf(choiceOf(word, 'checks: []'))).toBe(word);
  });
});

describe('the list', () => {
  const results = [
    result({ column: 'fare' }),
    result({ column: 'tip', status: 'fail' }),
    result({ check: 'number-of-rows', group: 'shape', status: 'skipped' }),
  ];

  it('has what fails first, however it is grouped', () => {
    expect(grouped(results, 'status').map(({ title }) => title)).toEqual(['Failed', 'Passed', 'Skipped']);
    expect(grouped(results, 'kind').map(({ title }) => title)).toEqual(['Shape', 'Ranges and averages']);
    expect(grouped(results, 'kind')[1]?.results.map(({ column }) => column)).toEqual(['tip', 'fare']);
    expect(grouped(results, 'column').map(({ title }) => title)).toEqual(['tip', 'fare', 'The data set']);
  });

  it('is filtered by every word that was typed', () => {
    expect(results.filter((each) => isFound(each, 'mean tip')).map(({ column }) => column)).toEqual(['tip']);
    expect(results.filter((each) => isFound(each, ''))).toHaveLength(3);
  });
});
