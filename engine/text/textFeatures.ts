import { textHash } from '../stats/textHash.ts';

/** Columns that words and pairs of words are hashed to; a power of two. */
export const featureColumns = 2 ** 16;

const columnOf = (term: string): number => textHash(term) & (featureColumns - 1);

/** The words of a text whose words were parted by one space. */
export const wordsOf = (text: string): string[] => (text === '' ? [] : text.split(' '));

/** The distinct columns of the words of a text and of its pairs of neighbours, ascending. */
export function textFeatures(text: string): Uint32Array {
  const words = wordsOf(text);
  const columns = new Set<number>();
  for (const [i, word] of words.entries()) {
    columns.add(columnOf(word));
    if (i > 0) columns.add(columnOf(`${words[i - 1]} ${word}`));
  }
  return Uint32Array.from(columns).sort();
}
