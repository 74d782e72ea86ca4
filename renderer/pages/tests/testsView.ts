import type { CheckResult, CheckStatus } from '#shared/domain/suite.ts';
import { failingFirst, groupOrder, groupTitles } from '#shared/text/suiteVerdict.ts';
import type { SuiteChoice } from '../../state/suites.ts';

export const usualPresets = ['data-stability', 'data-quality', 'data-drift'];

/** The word of the address for the suite file of the workspace. */
export const ownSuite = 'workspace';

/** What the address chooses; without a word there, the workspace's own suite, or else the usual presets. */
export function choiceOf(word: string | undefined, text: string | null): SuiteChoice {
  if (text !== null && (word === undefined || word === ownSuite)) return { suite: text, presets: [] };
  const named = (word ?? '').split(',').filter((preset) => preset !== '' && preset !== ownSuite);
  return { suite: null, presets: named.length > 0 ? named : usualPresets };
}

export function wordOf(choice: SuiteChoice): string {
  return choice.suite !== null ? ownSuite : choice.presets.join(',');
}

export const groupings = ['status', 'kind', 'column'] as const;
export type Grouping = (typeof groupings)[number];

export function asGrouping(text: string | undefined): Grouping {
  return groupings.find((each) => each === text) ?? 'status';
}

export interface ResultGroup {
  readonly title: string;
  readonly results: readonly CheckResult[];
}

const statusTitles: Readonly<Record<CheckStatus, string>> = {
  fail: 'Failed',
  error: 'Without an answer',
  warning: 'Warnings',
  pass: 'Passed',
  skipped: 'Skipped',
};

function keyOf(result: CheckResult, by: Grouping): string {
  if (by === 'status') return statusTitles[result.status];
  return by === 'kind' ? groupTitles[result.group] : (result.column ?? 'The data set');
}

/** Results in groups; in each those that fail first. */
export function grouped(results: readonly CheckResult[], by: Grouping): ResultGroup[] {
  const groups = new Map<string, CheckResult[]>();
  if (by === 'kind') for (const group of groupOrder) groups.set(groupTitles[group], []);
  for (const result of failingFirst(results)) {
    const key = keyOf(result, by);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [result]);
    else group.push(result);
  }
  return [...groups].filter(([, members]) => members.length > 0).map(([title, members]) => ({ title, results: members }));
}

/** Whether every word that was typed occurs in what is said of a check. */
export function isFound(result: CheckResult, filter: string): boolean {
  const text = `${result.check} ${result.label} ${result.column ?? ''} ${result.status} ${result.sentence}`.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
