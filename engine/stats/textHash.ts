/**
 * A whole number of 32 bits from a text: FNV-1a over its UTF-16 code units, each taken as two bytes.
 *
 * Must be true: nothing.
 * Returns a whole number from 0 to 2³² − 1, the same on every machine.
 * Throws nothing.
 *
 * Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, The FNV non-cryptographic hash algorithm.
 *
 * @example textHash('drift') // → 3606801048
 */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash >>> 0;
}
