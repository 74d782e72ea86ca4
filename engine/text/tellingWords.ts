import type { TellingWord } from '#shared/domain/text.ts';
import { textHash } from '../stats/textHash.ts';
import type { TextPair } from './classifyTexts.ts';
import { wordsOf } from './textFeatures.ts';

/** Words are first counted by hash, so that memory does not grow with them. */
const buckets = 2 ** 18;
const mostBuckets = 64;
const mostWords = 12;
/** A word that tells less than this, in standard errors, may well be chance among so many. */
const leastTelling = 4;
const block = 500;

const bucketOf = (word: string): number => textHash(word) & (buckets - 1);

interface Sizes {
  readonly reference: number;
  readonly current: number;
}

/** How far the share of texts that hold a word moved, in standard errors of no move; above 0 where it rose. */
function tellingOf(reference: number, current: number, { reference: n, current: m }: Sizes): number {
  const pooled = (reference + current) / (n + m);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
  return error > 0 ? (current / m - reference / n) / error : 0;
}

function* countBuckets(texts: readonly string[]): Generator<void, Uint32Array, void> {
  const counts = new Uint32Array(buckets);
  for (const [i, text] of texts.entries()) {
    for (const bucket of new Set(wordsOf(text).map(bucketOf))) counts[bucket]!++;
    if (i % block === 0) yield;
  }
  return counts;
}

function* countWords(texts: readonly string[], wanted: ReadonlySet<number>): Generator<void, Map<string, number>, void> {
  const counts = new Map<string, number>();
  for (const [i, text] of texts.entries()) {
    for (const word of new Set(wordsOf(text))) if (wanted.has(bucketOf(word))) counts.set(word, (counts.get(word) ?? 0) + 1);
    if (i % block === 0) yield;
  }
  return counts;
}

/** The buckets that tell most, each way. */
function bestBuckets(reference: Uint32Array, current: Uint32Array, sizes: Sizes): Set<number> {
  const scored = Array.from(reference, (count, bucket) => ({ bucket, z: tellingOf(count, current[bucket]!, sizes) }))
    .filter(({ z }) => Math.abs(z) >= leastTelling)
    .sort((a, b) => a.z - b.z || a.bucket - b.bucket);
  const way = (sign: number): typeof scored => (sign < 0 ? scored.slice(0, mostBuckets) : scored.slice(-mostBuckets));
  return new Set([...way(-1), ...way(1)].map(({ bucket }) => bucket));
}

/** The words whose share of texts differs most between the sides: those that current has more of, and those it has less of. */
export function* tellingWords(texts: TextPair): Generator<void, { more: TellingWord[]; less: TellingWord[] }, void> {
  const sizes: Sizes = { reference: texts.reference.length, current: texts.current.length };
  const wanted = bestBuckets(yield* countBuckets(texts.reference), yield* countBuckets(texts.current), sizes);
  const before = yield* countWords(texts.reference, wanted);
  const after = yield* countWords(texts.current, wanted);
  const words = [...new Set([...before.keys(), ...after.keys()])].map((word) => {
    const [own, other] = [before.get(word) ?? 0, after.get(word) ?? 0];
    return { z: tellingOf(own, other, sizes), word: { word, referenceShare: own / sizes.reference, currentShare: other / sizes.current } };
  });
  const best = (sign: number): TellingWord[] =>
    words
      .filter(({ z }) => sign * z >= leastTelling)
      .sort((a, b) => sign * (b.z - a.z) || (a.word.word < b.word.word ? -1 : 1))
      .slice(0, mostWords)
      .map(({ word }) => word);
  return { more: best(1), less: best(-1) };
}
