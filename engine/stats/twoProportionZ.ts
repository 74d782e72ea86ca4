import type { TestOutcome } from './chiSquareGoodnessOfFit.ts';
import { normalUpperTail } from './normalUpperTail.ts';

/** How often something happened in a number of trials. */
export interface Proportion {
  readonly hits: number;
  readonly trials: number;
}

/**
 * The two-sided z test of whether two proportions are equal, with the pooled variance.
 *
 * Must be true: 0 ≤ hits ≤ trials and trials ≥ 1 on both sides.
 * Returns z = (reference − current) / √(P(1 − P)(1/n + 1/m)) and its two-sided p-value, accurate in the far tail.
 * Where both proportions are 0, or both 1, there is nothing to test: statistic 0, p 1.
 * Throws nothing.
 *
 * Source: J. L. Fleiss, B. Levin and M. C. Paik (2003), Statistical Methods for Rates and Proportions, chapter 3.
 *
 * @example twoProportionZ({ hits: 50, trials: 100 }, { hits: 60, trials: 100 }).pValue // → 0.15521848968468005
 */
export function twoProportionZ(reference: Proportion, current: Proportion): TestOutcome {
  const hits = reference.hits + current.hits;
  const trials = reference.trials + current.trials;
  if (hits === 0 || hits === trials) return { statistic: 0, pValue: 1 };
  const pooled = hits / trials;
  const gap = reference.hits / reference.trials - current.hits / current.trials;
  const statistic = gap / Math.sqrt(pooled * (1 - pooled) * (1 / reference.trials + 1 / current.trials));
  return { statistic, pValue: Math.min(1, 2 * normalUpperTail(Math.abs(statistic))) };
}
