import type { ColumnProfile, Histogram } from '../domain/profile.ts';
import type { TestedColumn } from '../domain/report.ts';
import { describeCategoryChange } from './describeCategoryChange.ts';
import { describeNumericChange } from './describeNumericChange.ts';
import { formatPValue, formatScore, formatThreshold } from './formatNumber.ts';
import { methodName } from './methodNames.ts';

/** The outcome of a drift method on one column, as far as a sentence needs it. */
export type VerdictFacts = Pick<TestedColumn, 'method' | 'driftScore' | 'scoreIs' | 'statistic' | 'threshold' | 'drifted'> &
  Partial<Pick<TestedColumn, 'pValue'>>;

/** Score and threshold with as many digits as it takes to see on which side the score lies. */
export function formatAgainstThreshold(score: number, threshold: number): [string, string] {
  const usual: [string, string] = [formatScore(score), formatThreshold(threshold)];
  if (formatScore(score) !== formatScore(threshold) || score === threshold) return usual;
  for (let digits = 3; digits <= 17; digits += 1) {
    const pair: [string, string] = [String(Number(score.toPrecision(digits))), String(Number(threshold.toPrecision(digits)))];
    if (pair[0] !== pair[1]) return pair;
  }
  return usual;
}

function side(score: number, threshold: number): string {
  if (score === threshold) return 'exactly at';
  return score > threshold ? 'above' : 'below';
}

/** How the score stands to the threshold: the second half of the sentence of a column. */
export function explainScore(facts: VerdictFacts): string {
  const name = methodName(facts.method);
  const [score, threshold] = formatAgainstThreshold(facts.driftScore, facts.threshold);
  const verdict = `${side(facts.driftScore, facts.threshold)} the threshold ${threshold}: ${facts.drifted ? 'drift' : 'no drift'}.`;
  if (facts.scoreIs === 'statistic') return `The ${name.subject} is ${score}${name.unit}, ${verdict}`;
  const usual = formatPValue(facts.driftScore);
  const shown = usual.startsWith('<') ? usual : `= ${usual === formatPValue(facts.threshold) ? score : usual}`;
  const raw = facts.pValue ?? facts.driftScore;
  const adjusted = raw === facts.driftScore ? '' : `, adjusted from ${formatPValue(raw)} for the number of columns`;
  return `The ${name.subject} gives p ${shown}${adjusted} (statistic ${formatScore(facts.statistic)}), ${verdict}`;
}

/**
 * Why a tested column is or is not drift: what changed in the data, then how the score stands to the threshold.
 * The same input gives the same words on every machine.
 */
export function explainVerdict(facts: VerdictFacts, reference: ColumnProfile, current: ColumnProfile, histogram: Histogram | null): string {
  const change =
    histogram?.kind === 'categories' ? describeCategoryChange(histogram, reference, current) : describeNumericChange(reference, current);
  return [change, explainScore(facts)].filter((part) => part !== '').join(' ');
}
