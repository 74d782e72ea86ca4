import { formatCount } from '#shared/text/formatNumber.ts';
import { momentsOf } from '../../stats/moments.ts';
import { impossible, type CategoryColumn, type NumberColumn, type TableColumn } from './trainingTable.ts';

/** A number as a model takes it: what is missing is the mean of the training rows. */
export interface NumberPart {
  readonly column: string;
  readonly as: 'number';
  readonly values: Float64Array;
  readonly mean: number;
  /** Standard deviation; 0 where the column is constant. */
  readonly scale: number;
  readonly missing: number;
}

/** A category as a model takes it; −1 where it is missing or not among the categories. */
export interface CategoryPart {
  readonly column: string;
  readonly as: 'category';
  readonly codes: Int32Array;
  readonly categories: readonly string[];
  /** Share of each category among the training rows. */
  readonly shares: Float64Array;
  readonly missing: number;
}

export type Part = NumberPart | CategoryPart;

export interface Encoded {
  readonly parts: readonly Part[];
  readonly notes: readonly string[];
}

export interface EncodingRules {
  /** Of a column of more categories the most common are told apart. */
  readonly mostCategories: number;
  /** Numbers that all features together become at most, one for each category; null sets no limit. */
  readonly mostWidth: number | null;
  /** What becomes of missing numbers, as the end of a sentence. */
  readonly missingNumbers: string;
}

function numberPart({ column, values }: NumberColumn, rows: Uint32Array): NumberPart {
  const finite = Float64Array.from(rows, (row) => values[row]!).filter((value) => Number.isFinite(value));
  const { mean, squaredDeviations } = momentsOf(finite);
  const deviation = Math.sqrt(squaredDeviations / Math.max(1, rows.length));
  // What rounding leaves of a constant is no variation.
  const scale = Number.isFinite(deviation) && deviation > 1e-13 * Math.abs(mean) ? deviation : 0;
  return { column, as: 'number', values, mean, scale, missing: rows.length - finite.length };
}

function categoryPart(
  { column, codes, texts }: CategoryColumn,
  rows: Uint32Array,
  mostCategories: number,
): CategoryPart & { readonly found: number } {
  const counts = new Float64Array(texts.length);
  let missing = 0;
  for (const row of rows) {
    const code = codes[row]!;
    if (code < 0) missing++;
    else counts[code]!++;
  }
  const found = texts.map((_, code) => code).filter((code) => counts[code]! > 0);
  const kept = found.sort((a, b) => counts[b]! - counts[a]! || (texts[a]! < texts[b]! ? -1 : 1)).slice(0, mostCategories);
  const places = new Int32Array(texts.length).fill(-1);
  kept.forEach((code, place) => (places[code] = place));
  return {
    column,
    as: 'category',
    codes: codes.map((code) => (code < 0 ? -1 : places[code]!)),
    categories: kept.map((code) => texts[code]!),
    shares: Float64Array.from(kept, (code) => counts[code]! / rows.length),
    missing,
    found: found.length,
  };
}

function noteOn(part: Part & { readonly found?: number }, rows: number, { mostCategories, missingNumbers }: EncodingRules): string[] {
  const { column, missing } = part;
  if (missing === rows) return [`${column} is missing in every training row and is left out.`];
  const notes = missing === 0 ? [] : [missingNote(part, rows, missingNumbers)];
  if (part.as === 'number') return part.scale === 0 ? [...notes, `${column} is constant in the training rows and has no say.`] : notes;
  const { found = 0 } = part;
  if (found <= part.categories.length) return notes;
  return [
    ...notes,
    `${column} has ${formatCount(found)} categories; the ${mostCategories} most common are told apart, the others count as unknown.`,
  ];
}

function missingNote({ column, missing, as }: Part, rows: number, missingNumbers: string): string {
  const how = as === 'number' ? missingNumbers : 'they count as unknown';
  return `${column} is missing in ${formatCount(missing)} of ${formatCount(rows)} training rows; ${how}.`;
}

/** How many numbers a model makes of the parts: one each, and one for each category. */
export function widthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + (part.as === 'number' ? 1 : part.categories.length), 0);
}

/**
 * Says from the training rows how each feature goes into a model. Throws E_TRAINING_DATA where the features together
 * become more numbers than can be learned from.
 */
export function encodeParts(features: readonly TableColumn[], rows: Uint32Array, rules: EncodingRules): Encoded {
  const { mostCategories, mostWidth } = rules;
  const parts = features.map((feature) =>
    feature.as === 'number' ? numberPart(feature, rows) : categoryPart(feature, rows, mostCategories),
  );
  const kept = parts.filter(({ missing }) => missing < rows.length);
  if (kept.length === 0) throw impossible('Every feature is missing in every training row.');
  const width = widthOf(kept);
  if (mostWidth !== null && width > mostWidth)
    throw impossible(
      `The features become ${formatCount(width)} numbers, one for each category; at most ${formatCount(mostWidth)} can be learned from. Leave some out.`,
    );
  return { parts: kept, notes: parts.flatMap((part) => noteOn(part, rows.length, rules)) };
}
