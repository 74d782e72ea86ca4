import { expect, test } from 'vitest';
import { categoryHistogram, categoryProfile, numericHistogram, numericProfile } from '../../fixtures/reports/makeProfiles.ts';
import { explainVerdict, formatAgainstThreshold, type VerdictFacts } from './explainVerdict.ts';

const wasserstein: VerdictFacts = {
  method: 'wasserstein',
  driftScore: 26.012,
  scoreIs: 'statistic',
  statistic: 26.012,
  threshold: 0.1,
  drifted: true,
};

function explainNumbers(a: number[], b: number[], facts: Partial<VerdictFacts> = {}): string {
  return explainVerdict({ ...wasserstein, ...facts }, numericProfile(a, {}), numericProfile(b, {}), numericHistogram(a, b));
}

const steps = (from: number, to: number): number[] => Array.from({ length: 101 }, (_, i) => from + ((to - from) * i) / 100);

test('a drifted number names its median, the distance with its unit, the threshold and the verdict', () => {
  expect(explainNumbers(steps(0.9, 2.9), steps(1.8, 3.8))).toBe(
    'The median rose from 1.9 to 2.8. The Wasserstein distance is 26.01 reference standard deviations, above the threshold 0.10: drift.',
  );
});

test('a change of spread is told where the median stays', () => {
  expect(explainNumbers(steps(-1, 1), steps(-9, 9))).toMatch(/^The (?:5|95) % quantile (?:fell|rose) from −?0\.9 to −?8\.1\. /);
});

test('what did not move is said not to have moved', () => {
  const still = { driftScore: 0.004, statistic: 0.004, drifted: false };
  expect(explainNumbers(steps(0, 10), steps(0, 10), still)).toBe(
    'The median stayed at 5. The Wasserstein distance is 0.0040 reference standard deviations, below the threshold 0.10: no drift.',
  );
  expect(explainNumbers(steps(0, 10), steps(0.04, 10.04), still)).toMatch(/^The median hardly moved, from 5 to 5\.04\. /);
});

test('a constant that changed is told although there is no spread to measure by', () => {
  expect(explainNumbers([3, 3, 3], [4, 4, 4])).toMatch(/^The median rose from 3 to 4\. /);
});

test('a p-value is a bound below a thousandth and shows its statistic', () => {
  const ks: VerdictFacts = { method: 'ks', driftScore: 1e-9, scoreIs: 'pValue', statistic: 0.123, threshold: 0.05, drifted: true };
  expect(explainNumbers(steps(0, 1), steps(1, 2), ks)).toContain(
    'The Kolmogorov-Smirnov test gives p < 0.001 (statistic 0.123), below the threshold 0.05: drift.',
  );
  expect(explainNumbers(steps(0, 1), steps(0, 1), { ...ks, driftScore: 0.31, drifted: false })).toContain(
    'gives p = 0.310 (statistic 0.123), above the threshold 0.05: no drift.',
  );
});

test('a score next to its threshold has as many digits as it takes to see the side', () => {
  expect(formatAgainstThreshold(0.1000004, 0.1)).toEqual(['0.1000004', '0.1']);
  expect(formatAgainstThreshold(0.3, 0.1)).toEqual(['0.300', '0.10']);
  expect(explainNumbers(steps(0, 1), steps(0, 1), { driftScore: 0.1, statistic: 0.1 })).toContain('exactly at the threshold 0.10: drift.');
  expect(explainNumbers(steps(0, 1), steps(0, 1), { driftScore: 0.05001, scoreIs: 'pValue', threshold: 0.05, drifted: false })).toContain(
    'p = 0.05001 (statistic 26.01), above the threshold 0.05: no drift.',
  );
});

function explainCategories(a: Record<string, number>, b: Record<string, number>): string {
  const [n, m] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return explainVerdict({ ...wasserstein, method: 'psi' }, categoryProfile(n, {}), categoryProfile(m, {}), categoryHistogram(n, m));
}

test('for categories the share that changed most is told, then what is new and what is gone', () => {
  expect(explainCategories({ card: 60, cash: 39, cheque: 1 }, { card: 40, cash: 40, wallet: 20 })).toBe(
    'The share of “card” fell from 60.0 % to 40.0 %. Category “wallet” is new (20.0 %). Category “cheque” vanished (1.0 %). ' +
      'The population stability index is 26.01, above the threshold 0.10: drift.',
  );
});

test('many new categories are counted, not listed, and the empty text has a name', () => {
  expect(explainCategories({ a: 100 }, { a: 40, '': 30, b: 10, c: 10, d: 10 })).toMatch(
    /^The share of “a” fell from 100 % to 40\.0 %\. Categories \(empty\), “b” and 2 more are new \(60\.0 %\)\. /,
  );
});

test('equal shares are said to be equal', () => {
  expect(explainCategories({ a: 5, b: 5 }, { a: 10, b: 10 })).toMatch(/^No share changed by more than 0\.1 percentage points\. /);
});
