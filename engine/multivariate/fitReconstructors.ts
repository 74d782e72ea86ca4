import type { FeatureSources } from '../learners/encodeFeatures.ts';
import { principalAxes } from '../stats/principalAxes.ts';
import { CategoryCounts, type CategoryTable } from './categoryTables.ts';
import { CrossProducts } from './crossProducts.ts';
import type { Pieces } from './pieces.ts';
import { Reconstructor } from './reconstructor.ts';
import { readRows, type RowPlan } from './rowReader.ts';

export interface FittedReconstructors {
  /** The one that knows the whole reference. */
  readonly whole: Reconstructor;
  /** For each piece the one that measures it: without it where pieces are held out. */
  readonly ofPiece: readonly Reconstructor[];
  readonly components: number;
  readonly keptVariance: number;
}

interface Fit {
  readonly sources: FeatureSources;
  readonly plan: RowPlan;
  readonly pieces: Pieces;
  readonly keptVariance: number;
  readonly heldOut: boolean;
}

/** The tables of every fold: without each piece where pieces are held out, and last those of the whole. */
async function categoryTables({ sources, plan, pieces, heldOut }: Fit): Promise<CategoryTable[][]> {
  const counts = new CategoryCounts(plan.codes, pieces.count);
  if (plan.categories.length > 0) {
    await readRows(sources, 'reference', plan, 'categories', (row, place, time) => {
      const piece = pieces.of(place, time);
      if (piece >= 0) counts.add(row, piece);
    });
  }
  const folds: (number | null)[] = heldOut ? [...Array.from({ length: pieces.count }, (_, piece) => piece), null] : [null];
  return folds.map((fold) => counts.tables(fold));
}

/** How many columns vary at all. */
function varying(correlations: Float64Array, size: number): number {
  let count = 0;
  for (let i = 0; i < size; i++) if (correlations[i * size + i]! > 0) count++;
  return count;
}

/**
 * Learns the principal axes of the reference, and of the reference without each piece. All keep as many axes as the whole
 * needs: a fold that kept one more or less would differ for that alone. null where fewer than two columns vary.
 */
export async function fitReconstructors(fit: Fit): Promise<FittedReconstructors | null> {
  const { sources, plan, pieces, heldOut } = fit;
  const tables = await categoryTables(fit);
  const products = new CrossProducts(plan.numbers.length, pieces.count, tables);
  await readRows(sources, 'reference', plan, 'all', (row, place, time) => {
    const piece = pieces.of(place, time);
    if (piece >= 0) products.add(row, piece);
  });
  const size = plan.numbers.length + plan.categories.length;
  const last = tables.length - 1;
  const moments = products.moments(last);
  if (varying(moments.correlations, size) < 2) return null;
  const { axes, count, keptShare } = principalAxes(moments.correlations, size, { keepShare: fit.keptVariance });
  const whole = new Reconstructor(moments, tables[last]!, axes);
  const ofPiece: Reconstructor[] = [];
  for (let piece = 0; piece < pieces.count; piece++) {
    await sources.pacer.pause();
    const own = heldOut ? products.moments(piece) : null;
    const known = own === null ? null : principalAxes(own.correlations, size, { keepCount: count });
    ofPiece.push(own === null || known === null ? whole : new Reconstructor(own, tables[piece]!, known.axes));
  }
  return { whole, ofPiece, components: count, keptVariance: keptShare };
}
