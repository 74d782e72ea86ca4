import { trainGradientBoosting, usualBoosting, type BoostedTrees, type FeatureColumns } from '../../learners/gradientBoosting.ts';
import { impossible } from './trainingTable.ts';
import type { CategoryPart, Part } from './encodeParts.ts';

export const boosting = { ...usualBoosting, seed: 0 };

/** Rows that a category borrows from the whole when it is put in order: rare ones do not go to the ends. */
const borrowed = 10;

/**
 * The number of each category: its place when categories are put in order by the mean of the target. Trees then cut
 * between groups of like categories, as they cut numbers.
 */
export function placesByTarget({ codes, categories }: CategoryPart, rows: Uint32Array, target: Float64Array): Float64Array {
  const [counts, sums] = [new Float64Array(categories.length), new Float64Array(categories.length)];
  let total = 0;
  rows.forEach((row, i) => {
    total += target[i]!;
    if (codes[row]! < 0) return;
    counts[codes[row]!]!++;
    sums[codes[row]!]! += target[i]!;
  });
  const mean = total / rows.length;
  const means = sums.map((sum, i) => (sum + borrowed * mean) / (counts[i]! + borrowed));
  const order = categories.map((_, i) => i).sort((a, b) => means[a]! - means[b]! || a - b);
  const places = new Float64Array(categories.length);
  order.forEach((category, place) => (places[category] = place));
  return places;
}

/** The parts as columns that trees cut; NaN where missing or unknown. */
export function treeColumns(parts: readonly Part[], places: ReadonlyMap<Part, Float64Array>): FeatureColumns {
  return parts.map((part) => {
    if (part.as === 'number') return part.values;
    const own = places.get(part)!;
    return Float64Array.from(part.codes, (code) => (code < 0 ? Number.NaN : own[code]!));
  });
}

/** Boosted trees on columns. Throws E_TRAINING_DATA where there is nothing to learn. */
export function* fitTrees(
  features: FeatureColumns,
  rows: Uint32Array,
  target: Float64Array,
  loss: BoostedTrees['loss'],
): Generator<void, BoostedTrees, void> {
  const trained = yield* trainGradientBoosting(features, rows, target, { ...boosting, loss });
  if (trained.model !== null) return trained.model;
  const why = { 'too-few-rows': 'there are too few rows', 'one-class': 'the target has one class', constant: 'the target has one value' };
  throw impossible(`Nothing can be learned: ${why[trained.reason]} in the training rows.`);
}
