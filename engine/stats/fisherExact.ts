import type { TestOutcome } from './chiSquareGoodnessOfFit.ts';
import { logHypergeometricShare } from './logHypergeometricShare.ts';
import type { Proportion } from './twoProportionZ.ts';

/** Two tables count as equally likely when their shares differ by less than rounding does. */
const tie = 1e-9;

interface Table {
  readonly marked: number;
  readonly drawn: number;
  readonly all: number;
  readonly least: number;
  readonly most: number;
}

const logShare = ({ drawn, marked, all }: Table, k: number): number => logHypergeometricShare(k, drawn, marked, all);

/** The sum of shares from k on outwards, by ratios of neighbours; they fall, so it ends early. */
function sumOutwards(table: Table, k: number, direction: 1 | -1): number {
  const { drawn, marked, all, least, most } = table;
  let share = 1;
  let sum = 1;
  for (let at = k; direction === 1 ? at < most : at > least; at += direction) {
    const up = (x: number): number => ((drawn - x) / (x + 1)) * ((marked - x) / (all - drawn - marked + x + 1));
    share *= direction === 1 ? up(at) : 1 / up(at - 1);
    sum += share;
    if (share < sum * 1e-18) break;
  }
  return sum * Math.exp(logShare(table, k));
}

/** The value nearest the middle on the far side of it that is no likelier than the one seen, or null. */
function mirrored(table: Table, seen: number, mode: number, limit: number): number | null {
  const direction = seen <= mode ? 1 : -1;
  let inner = mode;
  let outer = direction === 1 ? table.most : table.least;
  if (logShare(table, outer) > limit) return null;
  while (Math.abs(outer - inner) > 1) {
    const half = Math.floor((inner + outer) / 2);
    if (logShare(table, half) <= limit) outer = half;
    else inner = half;
  }
  return outer;
}

/**
 * Fisher's exact test of whether two proportions are equal, two-sided.
 *
 * Must be true: 0 ≤ hits ≤ trials and trials ≥ 1 on both sides; whole numbers.
 * Returns the difference of the proportions, reference less current, and the chance of all tables with these margins
 * that are no likelier than the one seen. Where both proportions are 0, or both 1, p is 1.
 * Throws nothing.
 *
 * Source: R. A. Fisher (1935), The logic of inductive inference; SciPy's fisher_exact.
 *
 * @example fisherExact({ hits: 3, trials: 4 }, { hits: 1, trials: 4 }).pValue // → 0.485714285714286
 */
export function fisherExact(reference: Proportion, current: Proportion): TestOutcome {
  const marked = reference.hits + current.hits;
  const drawn = reference.trials;
  const all = drawn + current.trials;
  const statistic = reference.hits / reference.trials - current.hits / current.trials;
  if (marked === 0 || marked === all) return { statistic, pValue: 1 };
  const table = { marked, drawn, all, least: Math.max(0, drawn + marked - all), most: Math.min(drawn, marked) };
  const mode = Math.min(table.most, Math.max(table.least, Math.floor(((drawn + 1) / (all + 2)) * (marked + 1))));
  const seen = reference.hits;
  const limit = logShare(table, seen) + tie;
  if (logShare(table, mode) <= limit) return { statistic, pValue: 1 };
  const direction = seen < mode ? -1 : 1;
  const other = mirrored(table, seen, mode, limit);
  const near = sumOutwards(table, seen, direction);
  const far = other === null ? 0 : sumOutwards(table, other, direction === 1 ? -1 : 1);
  return { statistic, pValue: Math.min(1, near + far) };
}
