import type {
  CategoryAssociation,
  CorrelationMethod,
  CorrelationsSection,
  MixedAssociation,
  NumericCorrelation,
} from '../domain/correlations.ts';
import type { Side } from '../domain/dataset.ts';
import { absenceWords } from './absenceReasons.ts';
import { formatCount } from './formatNumber.ts';

export const correlationNames: Readonly<Record<CorrelationMethod, string>> = {
  pearson: 'Pearson',
  spearman: 'Spearman',
  kendall: 'Kendall τ-b',
};

export const correlationRatioName = 'correlation ratio';

/** A change of at least this much is worth a word, as Evidently has it. */
export const tellingChange = 0.25;
const clearPValue = 0.05;
/** Associations have no test of their change here; with fewer rows than this, it is not spoken of. */
const enoughRows = 100;

export type RelatedPair = NumericCorrelation | CategoryAssociation | MixedAssociation;

const isNumeric = (pair: RelatedPair): pair is NumericCorrelation => 'pearson' in pair.reference;
const isMixed = (pair: RelatedPair): pair is MixedAssociation => 'correlationRatio' in pair.reference;

const allPairs = ({ numeric, categorical, mixed }: CorrelationsSection): RelatedPair[] => [
  ...numeric.pairs,
  ...categorical.pairs,
  ...mixed.pairs,
];

function coefficientField(pair: RelatedPair, method: CorrelationMethod): string {
  if (isNumeric(pair)) return method;
  return isMixed(pair) ? 'correlationRatio' : 'cramersV';
}

/** The coefficient that judges a pair, on one side. */
export function coefficientOf(pair: RelatedPair, side: Side, method: CorrelationMethod): number | null {
  if (isNumeric(pair)) return pair[side][method];
  return isMixed(pair) ? pair[side].correlationRatio : pair[side].cramersV;
}

/** A coefficient in words: two decimals, with its sign. */
export function formatCoefficient(value: number): string {
  const text = Math.abs(value).toFixed(2);
  return value < 0 && text !== '0.00' ? `−${text}` : text;
}

function coefficientText(pair: RelatedPair, side: Side, method: CorrelationMethod): string {
  const value = coefficientOf(pair, side, method);
  if (value !== null) return formatCoefficient(value);
  return absenceWords[pair[side].reasons[coefficientField(pair, method)] ?? 'not-for-this-kind'];
}

/** Whether a pair changed by so much that it is neither chance nor a trifle. */
export function isClearChange(pair: RelatedPair): boolean {
  if (pair.change === null || Math.abs(pair.change) < tellingChange) return false;
  if (isNumeric(pair)) return pair.adjustedPValue !== null && pair.adjustedPValue < clearPValue;
  return Math.min(pair.reference.rows, pair.current.rows) >= enoughRows;
}

const byChange = (a: RelatedPair, b: RelatedPair): number => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0);

/** Pairs that clearly changed, the most changed first. */
export function clearChanges(section: CorrelationsSection): RelatedPair[] {
  return allPairs(section).filter(isClearChange).sort(byChange);
}

/** A line of the table of pairs. */
export interface CorrelationLine {
  readonly a: string;
  readonly b: string;
  readonly coefficient: string;
  readonly reference: string;
  readonly current: string;
  readonly change: string;
  readonly clear: boolean;
}

function lineOf(pair: RelatedPair, method: CorrelationMethod): CorrelationLine {
  const { a, b, change } = pair;
  const [reference, current] = [coefficientText(pair, 'reference', method), coefficientText(pair, 'current', method)];
  const moved = change === null ? '–' : `${change >= 0.005 ? '+' : ''}${formatCoefficient(change)}`;
  const coefficient = isNumeric(pair) ? correlationNames[method] : isMixed(pair) ? correlationRatioName : 'Cramér’s V';
  return { a, b, coefficient, reference, current, change: moved, clear: isClearChange(pair) };
}

const strength = (pair: RelatedPair, method: CorrelationMethod): number =>
  Math.max(Math.abs(coefficientOf(pair, 'reference', method) ?? 0), Math.abs(coefficientOf(pair, 'current', method) ?? 0));

/** The most changed pairs, those that clearly changed first. */
export function changedLines(section: CorrelationsSection, most: number): CorrelationLine[] {
  const changed = allPairs(section).filter(({ change }) => change !== null && change !== 0);
  const ordered = changed.sort((a, b) => Number(isClearChange(b)) - Number(isClearChange(a)) || byChange(a, b));
  return ordered.slice(0, most).map((pair) => lineOf(pair, section.method));
}

/** The strongest pairs of either side. */
export function strongestLines(section: CorrelationsSection, most: number): CorrelationLine[] {
  const { method } = section;
  const strong = allPairs(section).filter((pair) => strength(pair, method) > 0);
  return strong
    .sort((a, b) => strength(b, method) - strength(a, method))
    .slice(0, most)
    .map((pair) => lineOf(pair, method));
}

const pairs = (count: number): string => (count === 1 ? '1 pair' : `${formatCount(count)} pairs`);

/** How many pairs hang together otherwise than in the reference, and which most of all. */
export function describeChanges(section: CorrelationsSection): string {
  const [first, ...rest] = clearChanges(section);
  const all = section.numeric.numberOfPairs + section.categorical.numberOfPairs + section.mixed.numberOfPairs;
  if (all === 0) return 'There are no two columns of numbers or categories on both sides to pair.';
  if (first === undefined) return `None of ${pairs(all)} of columns clearly changed by ${tellingChange} or more.`;
  const { a, b, coefficient, reference, current } = lineOf(first, section.method);
  const count = rest.length + 1;
  const which = count === 1 ? `${a} and ${b}` : `most of all ${a} and ${b}`;
  return `${pairs(count)} of columns ${count === 1 ? 'hangs' : 'hang'} together otherwise than in the reference: ${which}, ${coefficient} ${reference} → ${current}.`;
}

/** Which rows the coefficients rest on, where those are not all rows; null where they are. */
export function sampledSentence({ sampled, pearsonExact }: CorrelationsSection): string | null {
  const sides = (['reference', 'current'] as const).flatMap((side) => {
    const found = sampled[side];
    return found === null ? [] : [`${formatCount(found.rows)} of ${formatCount(found.of)} ${side} rows`];
  });
  if (sides.length === 0) return null;
  const what = pearsonExact ? 'Rank correlations and associations' : 'Correlations and associations';
  return `${what} are of a seeded sample of ${sides.join(' and ')}${pearsonExact ? '; Pearson’s are of all rows' : ''}.`;
}
