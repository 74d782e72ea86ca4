import type { CategoryCodes } from '../data/evidence/categoryCodes.ts';
import type { EncodedRow } from './rowReader.ts';

/**
 * How common each category is, told as a number: standardised over the rows of the reference without one piece.
 * Place 0 is what was never counted, place i + 1 the category with code i.
 */
export type CategoryTable = Float64Array;

/** Counts categories by piece, and makes the tables without each piece, and with all of them. */
export class CategoryCounts {
  /** By column, then piece, then code + 1. */
  private readonly counts: readonly (readonly Float64Array[])[];

  constructor(
    codes: readonly CategoryCodes[],
    private readonly pieces: number,
  ) {
    this.counts = codes.map(({ values }) => Array.from({ length: pieces }, () => new Float64Array(values.length + 1)));
  }

  add({ codes }: EncodedRow, piece: number): void {
    for (let column = 0; column < codes.length; column++) this.counts[column]![piece]![codes[column]! + 1]!++;
  }

  /** Tables without one piece, by column; without none where `piece` is null. */
  tables(piece: number | null): CategoryTable[] {
    return this.counts.map((byPiece) => {
      const rows = new Float64Array(byPiece[0]!.length);
      for (let each = 0; each < this.pieces; each++) {
        if (each !== piece) byPiece[each]!.forEach((count, code) => (rows[code]! += count));
      }
      return standardisedCounts(rows);
    });
  }
}

/** Spreads below this share of the largest count are those of rounding. */
const rounding = 1e-12;

/** The shares of categories in place of them, minus their mean over rows, by their standard deviation (0 where that is 0). */
function standardisedCounts(rows: Float64Array): CategoryTable {
  const total = rows.reduce((sum, count) => sum + count, 0);
  const common = rows.map((count, place) => (place === 0 ? 0 : count));
  let mean = 0;
  rows.forEach((count, place) => (mean += (count / total) * common[place]!));
  let variance = 0;
  rows.forEach((count, place) => (variance += (count / total) * (common[place]! - mean) ** 2));
  const deviation = Math.sqrt(variance) > rounding * total ? Math.sqrt(variance) : 0;
  return common.map((value) => (deviation > 0 ? (value - mean) / deviation : 0));
}
