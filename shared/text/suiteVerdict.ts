import type { CheckGroup, CheckResult, CheckStatus, SuiteRun } from '../domain/suite.ts';
import { toneIcons, type Tone, type Verdict } from './verdict.ts';

const tones: Readonly<Record<CheckStatus, Tone>> = {
  fail: 'broken',
  error: 'broken',
  warning: 'attention',
  pass: 'good',
  skipped: 'unknown',
};
const words: Readonly<Record<CheckStatus, string>> = {
  fail: 'failed',
  error: 'error',
  warning: 'warning',
  pass: 'passed',
  skipped: 'skipped',
};

/** The order in which results are shown: what needs a person first. */
export const statusOrder: readonly CheckStatus[] = ['fail', 'error', 'warning', 'pass', 'skipped'];

export const groupTitles: Readonly<Record<CheckGroup, string>> = {
  shape: 'Shape',
  missing: 'Missing values',
  values: 'Values',
  ranges: 'Ranges and averages',
  categories: 'Categories',
  drift: 'Drift',
  ranking: 'Ranking',
  fairness: 'Fairness',
  relations: 'Relations',
  performance: 'Model performance',
};
export const groupOrder = Object.keys(groupTitles) as readonly CheckGroup[];

/** What one check is called. */
export function checkVerdict(status: CheckStatus): Verdict {
  const tone = tones[status];
  return { tone, icon: toneIcons[tone], word: words[status] };
}

/** What a whole test run is called. */
export function suiteVerdict({ summary }: Pick<SuiteRun, 'summary'>): Verdict {
  const { total, pass, warning, fail, error, skipped } = summary;
  const asked = total - skipped;
  const noun = asked === 1 ? 'check' : 'checks';
  const make = (tone: Tone, word: string): Verdict => ({ tone, icon: toneIcons[tone], word });
  if (asked === 0) return make('unknown', 'Nothing was checked');
  const bad = [fail > 0 && `${fail} failed`, error > 0 && `${error} ended in an error`].filter((part) => part !== false).join(', ');
  if (bad !== '') return make('broken', `${bad}, of ${asked} ${noun}`);
  if (warning > 0) return make('attention', `${pass} of ${asked} ${noun} passed, ${warning} with a warning`);
  return make('good', asked === 1 ? 'The check passed' : `All ${asked} checks passed`);
}

/** Results with those that need a person first; within a status in the order of the suite. */
export function failingFirst(results: readonly CheckResult[]): CheckResult[] {
  return results
    .map((result, i) => ({ result, i }))
    .toSorted((a, b) => statusOrder.indexOf(a.result.status) - statusOrder.indexOf(b.result.status) || a.i - b.i)
    .map(({ result }) => result);
}
