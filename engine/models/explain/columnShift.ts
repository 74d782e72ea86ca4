import { cramersVOfShares } from '../../stats/cramersVOfShares.ts';
import { distributionGap } from '../../stats/distributionGap.ts';
import type { FeatureRows } from '../scoring/batchScorer.ts';
import type { ExplainedModel, Player } from './explainedModel.ts';

function countsOf(values: readonly string[], places: ReadonlyMap<string, number>): Float64Array {
  const counts = new Float64Array(places.size);
  for (const value of values) counts[places.get(value)!]! += 1;
  return counts;
}

function sorted(cells: ArrayLike<number | bigint>): Float64Array {
  return Float64Array.from(cells, Number).filter(Number.isFinite).sort();
}

/**
 * How far a column moved between two samples, from 0 to 1: the gap of the distribution functions for numbers, Cramér's V for
 * text. null where a side has no value.
 */
export function columnShift(model: ExplainedModel, { features }: Player, reference: FeatureRows, current: FeatureRows): number | null {
  const [feature] = features as [number];
  if (model.features[feature]!.kind === 'string') {
    const [before, after] = [reference.columns[feature] as string[], current.columns[feature] as string[]];
    const places = new Map([...new Set([...before, ...after])].map((value, i) => [value, i]));
    return before.length === 0 || after.length === 0 ? null : cramersVOfShares(countsOf(before, places), countsOf(after, places));
  }
  const before = sorted(reference.columns[feature] as ArrayLike<number | bigint>);
  const after = sorted(current.columns[feature] as ArrayLike<number | bigint>);
  return before.length === 0 || after.length === 0 ? null : distributionGap(before, after);
}
