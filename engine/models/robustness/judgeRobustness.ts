import type {
  BoundResult,
  PerturbationKind,
  PerturbationResult,
  RobustnessBound,
  RobustnessMeasure,
  WorstMeasures,
} from '#shared/domain/robustness.ts';

const valueOf = (result: PerturbationResult, measure: RobustnessMeasure): number | null =>
  measure === 'not-finite' ? result.notFinite : result[measure];

function largest(results: readonly PerturbationResult[], measure: RobustnessMeasure): PerturbationResult | null {
  const known = results.filter((result) => valueOf(result, measure) !== null);
  return known.reduce<PerturbationResult | null>(
    (worst, result) => (worst === null || valueOf(result, measure)! > valueOf(worst, measure)! ? result : worst),
    null,
  );
}

const most = (results: readonly PerturbationResult[], measure: RobustnessMeasure): number | null => {
  const worst = largest(results, measure);
  return worst === null ? null : valueOf(worst, measure);
};

/** The largest of each measure, kind by kind. */
export function worstByKind(results: readonly PerturbationResult[]): Partial<Record<PerturbationKind, WorstMeasures>> {
  const kinds = [...new Set(results.map(({ kind }) => kind))];
  return Object.fromEntries(
    kinds.map((kind) => {
      const own = results.filter((result) => result.kind === kind);
      const failures = own.filter(({ problem }) => problem !== null).length;
      const worst: WorstMeasures = {
        change: most(own, 'change'),
        flips: most(own, 'flips'),
        loss: most(own, 'loss'),
        notFinite: most(own, 'not-finite'),
        failures,
      };
      return [kind, worst];
    }),
  );
}

/**
 * Each bound with the worst that was found under it. A model that fails does not hold, nor does a measure without a value;
 * a kind that was tried and fits no column cannot do harm, and holds.
 */
export function boundResults(
  results: readonly PerturbationResult[],
  bounds: readonly RobustnessBound[],
  tried: readonly PerturbationKind[],
): BoundResult[] {
  return bounds.map((bound) => {
    const own = results.filter(({ kind }) => kind === bound.kind);
    if (own.length === 0) return { ...bound, worst: null, column: null, level: null, holds: tried.includes(bound.kind) };
    const failing = own.find(({ problem }) => problem !== null);
    const worst = largest(own, bound.measure);
    const value = worst === null ? null : valueOf(worst, bound.measure);
    const at = failing ?? worst;
    return {
      ...bound,
      worst: value,
      column: at?.column ?? null,
      level: at?.level ?? null,
      holds: failing === undefined && value !== null && value <= bound.most,
    };
  });
}

/** Those that the model fails on, then those that leave rows without a prediction, then by how far predictions move. */
export function worstFirst(results: readonly PerturbationResult[]): PerturbationResult[] {
  const rank = ({ problem, notFinite, change, meanChange }: PerturbationResult): readonly number[] => [
    problem === null ? 0 : 1,
    notFinite ?? 0,
    change ?? meanChange ?? 0,
  ];
  return results.toSorted((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    const at = left.findIndex((value, i) => value !== right[i]);
    return at === -1 ? 0 : right[at]! - left[at]!;
  });
}
