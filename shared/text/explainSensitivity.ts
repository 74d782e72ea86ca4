import type { TestedColumn } from '../domain/report.ts';
import type { Sensitivity } from '../domain/sensitivity.ts';
import { formatCount, formatPValue, formatScore } from './formatNumber.ts';

type Facts = Pick<TestedColumn, 'driftScore' | 'scoreIs' | 'drifted'> & {
  /** Values of each side. */
  readonly rows: { readonly reference: number; readonly current: number };
  /** A size of the difference that does not grow with the rows, as "D = 0.012"; null where the test has none. */
  readonly effect: string | null;
};

type Numbers = Omit<Sensitivity, 'sentence' | 'reasons'>;

/** Two digits are enough of a number of rows that is expected, not counted. */
function about(rows: number): string {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(rows)) - 1);
  return formatCount(Math.ceil(rows / unit) * unit);
}

function ofTest({ drifted, rows, effect }: Facts, { atSizes, driftsFromRows }: Numbers): string {
  const size = effect === null ? '' : ` (${effect})`;
  if (driftsFromRows === null) {
    if (drifted) return `Counting what chance does to the reference too, the difference is no larger than chance makes it${size}.`;
    return `The difference is no larger than chance makes it at these sizes${size}; more rows alone would not make it drift.`;
  }
  if (!drifted) return `The same difference${size} is expected to be called drift from about ${about(driftsFromRows)} rows a side on.`;
  const fewer = atSizes.findLast((at) => !at.drifted && at.rows < Math.min(rows.reference, rows.current));
  if (fewer === undefined)
    return `The difference${size} is large enough to be called drift with few rows too, about ${about(driftsFromRows)} a side.`;
  const expected = `p ${formatPValue(fewer.score)} expected`;
  return `With ${formatCount(fewer.rows)} rows a side this would not be called drift (${expected}); it takes about ${about(driftsFromRows)}${size}.`;
}

function ofDistance({ driftScore, drifted, rows }: Facts, { atSizes, typicalByChance, highByChance }: Numbers): string {
  if (typicalByChance === null || highByChance === null) return 'How far chance alone takes this score is not known.';
  const chance = `Chance alone gives about ${formatScore(typicalByChance)} at these sizes, and up to ${formatScore(highByChance)} in 19 of 20 cases`;
  const fewer = atSizes.findLast((at) => at.drifted && at.rows < Math.min(rows.reference, rows.current));
  if (driftScore <= highByChance)
    return `${chance}: this score is no more than chance${drifted ? ', so more rows are needed to tell' : ''}.`;
  const small =
    !drifted && fewer !== undefined ? ` With ${formatCount(fewer.rows)} rows a side chance would take it over the threshold.` : '';
  return `${chance}: this score is more than that.${small}`;
}

/** What a verdict hangs on besides the data: the number of rows for a test, chance for a distance. */
export function explainSensitivity(facts: Facts, numbers: Numbers): string {
  if (facts.scoreIs === 'statistic') return ofDistance(facts, numbers);
  if (numbers.atSizes.length === 0) return 'How this p-value moves with the number of rows is not known.';
  return ofTest(facts, numbers);
}
