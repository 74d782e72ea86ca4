import type { Chance } from '#engine/stats/chanceOfCounts.ts';
import { spreadOfShares } from '#engine/stats/spreadOfShares.ts';
import { asNumeric } from '../../asNumeric.ts';
import type { Evidence, NumericEvidence } from '../../evidence.ts';

interface Sizes {
  readonly reference: number;
  readonly current: number;
}

function pooledDeviation({ reference, current }: NumericEvidence): number {
  return Math.sqrt((reference.squaredDeviations + current.squaredDeviations) / (reference.n + current.n));
}

/**
 * ∫ √(F(1 − F)) and ∫ F(1 − F) of both sides together. Bins tell them, but for far outliers, with which nearly all lies
 * in one bin: then what shapes of that deviation have at most.
 */
function spread(evidence: NumericEvidence): { root: number; gini: number } {
  const { reference, current, edges } = evidence.distinctValueCounts;
  const deviation = pooledDeviation(evidence);
  const pooled = reference.map((count, i) => count + current[i]!);
  const { root, gini } = spreadOfShares(edges ?? [], pooled);
  return { root: Math.min(1.75 * deviation, root), gini: Math.min(0.577 * deviation, gini) };
}

/** The area between two distribution functions by chance: √(2/π) of its standard deviation at each place. */
export function areaByChance(evidence: Evidence, sizes: Sizes): Chance {
  const numeric = asNumeric(evidence);
  const typical = Math.sqrt(2 / Math.PI) * spread(numeric).root * Math.sqrt(1 / sizes.reference + 1 / sizes.current);
  return { typical, high: 1.85 * typical };
}

/** The root of twice the area of the squared gap by chance. */
export function squaredAreaByChance(evidence: Evidence, sizes: Sizes): Chance {
  const typical = Math.sqrt(2 * spread(asNumeric(evidence)).gini * (1 / sizes.reference + 1 / sizes.current));
  return { typical, high: 1.6 * typical };
}
