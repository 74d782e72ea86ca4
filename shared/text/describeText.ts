import type { DescriptorDrift, DescriptorSide, TellingWord, TextColumn, TextDescriptor, TextDriftSection } from '../domain/text.ts';
import { formatAgainstThreshold } from './explainVerdict.ts';
import { formatCount, formatNumber, formatPValue, formatShare } from './formatNumber.ts';
import { middleEllipsis } from './middleEllipsis.ts';
import { toneIcons, type Verdict } from './verdict.ts';

export const descriptorNames: Readonly<Record<TextDescriptor, string>> = {
  characters: 'characters a text',
  words: 'words a text',
  'non-letter-share': 'characters that are no letters',
  'unknown-word-share': 'words unknown to the reference',
};

const isShare = (descriptor: TextDescriptor): boolean => descriptor.endsWith('-share');

/** The mean of a number read off each text. */
export function descriptorText({ descriptor }: DescriptorDrift, { mean }: DescriptorSide): string {
  if (mean === null) return '–';
  return isShare(descriptor) ? formatShare(mean) : formatNumber(mean, 3);
}

/** Score and threshold of a number read off each text. */
export function descriptorScore({ driftScore, threshold }: DescriptorDrift): readonly [string, string] {
  return driftScore === null || threshold === null ? ['–', '–'] : formatAgainstThreshold(driftScore, threshold);
}

export function descriptorVerdict({ drifted, driftScore }: DescriptorDrift): Verdict {
  if (driftScore === null) return { tone: 'unknown', icon: toneIcons.unknown, word: 'no values' };
  return drifted ? { tone: 'broken', icon: toneIcons.broken, word: 'drifted' } : { tone: 'good', icon: toneIcons.good, word: 'no drift' };
}

export function textVerdict({ drifted }: TextColumn): Verdict {
  if (drifted === null) return { tone: 'unknown', icon: toneIcons.unknown, word: 'not tested' };
  return drifted ? { tone: 'broken', icon: toneIcons.broken, word: 'drifted' } : { tone: 'good', icon: toneIcons.good, word: 'no drift' };
}

/** A word of the data, short enough for a table. */
export const shownWord = (word: string): string => middleEllipsis(word, 24);

/** How much of which texts the classifier looked at. */
export function contentNote({ content }: TextColumn): string {
  if (content === null) return '';
  const { auc, pValue, texts } = content;
  const p = formatPValue(pValue);
  const found = `A classifier of words tells the sides apart with an area under the ROC curve of ${formatNumber(auc, 3)} (0.5 is not at all; p ${p.startsWith('<') ? p : `= ${p}`})`;
  return `${found}, on ${formatCount(texts.reference)} reference and ${formatCount(texts.current)} current texts.`;
}

const listed = (words: readonly TellingWord[]): string =>
  words
    .slice(0, 3)
    .map(({ word, referenceShare, currentShare }) => `“${shownWord(word)}” (${formatShare(referenceShare)} → ${formatShare(currentShare)})`)
    .join(', ');

/** The words that tell most, in a sentence; empty where none does. */
export function describeWords({ content }: TextColumn): string {
  const { more = [], less = [] } = content ?? {};
  const parts = [
    ...(more.length > 0 ? [`More texts hold ${listed(more)}.`] : []),
    ...(less.length > 0 ? [`Fewer hold ${listed(less)}.`] : []),
  ];
  return parts.join(' ');
}

/** The numbers read off the texts of a column that drifted; empty where none did. */
function describeMoved({ column, descriptors }: TextColumn): string {
  const moved = descriptors.filter(({ drifted }) => drifted).map(({ descriptor }) => descriptorNames[descriptor]);
  return moved.length === 0 ? '' : ` In ${middleEllipsis(column, 36)} these moved as well: ${moved.join(', ')}.`;
}

/** How many columns of text drifted, and what else moved in the first of them. */
export function describeTextDrift({ columns, numberOfColumns, numberOfDriftedColumns }: TextDriftSection): string {
  const moved = columns.map(describeMoved).filter((words) => words !== '');
  const also = moved.slice(0, 3).join('');
  if (numberOfColumns === 0) return `The content of no column of text could be tested.${also}`;
  const noun = numberOfColumns === 1 ? 'column' : 'columns';
  return `${numberOfDriftedColumns} of ${numberOfColumns} text ${noun} drifted in content.${also}`;
}
