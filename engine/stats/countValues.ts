/** Elements counted between two yields: some ten milliseconds of work. */
const blockSize = 1 << 20;

/** Distinct values in ascending order with how often each occurs. */
export interface CountedValues {
  readonly values: Float64Array;
  readonly counts: Float64Array;
}

/** A table of doubles and their counts, found by the bits of the value. */
class CountTable {
  private readonly keys: Float64Array;
  private readonly counts: Uint32Array;
  private readonly mask: number;
  private used = 0;

  constructor(private readonly limit: number) {
    let size = 16;
    while (size < limit * 4) size *= 2;
    this.keys = new Float64Array(size);
    this.counts = new Uint32Array(size);
    this.mask = size - 1;
  }

  /** Returns false once there are more distinct values than the limit. */
  add(values: Float64Array, bits: Int32Array, from: number, to: number): boolean {
    const { keys, counts, mask, limit } = this;
    let { used } = this;
    for (let i = from; i < to; i++) {
      const value = values[i]!;
      let slot = value === 0 ? 0 : mixBits(bits[2 * i]!, bits[2 * i + 1]!) & mask;
      while (counts[slot] !== 0 && keys[slot] !== value) slot = (slot + 1) & mask;
      if (counts[slot] === 0) {
        if (used === limit) return false;
        used++;
        keys[slot] = value;
      }
      counts[slot]!++;
    }
    this.used = used;
    return true;
  }

  take(): CountedValues {
    const values = new Float64Array(this.used);
    let next = 0;
    for (let slot = 0; slot < this.counts.length; slot++) if (this.counts[slot] !== 0) values[next++] = this.keys[slot]!;
    values.sort();
    const bits = new Int32Array(values.buffer);
    return { values, counts: Float64Array.from(values, (value, i) => this.counts[this.slotOf(value, bits[2 * i]!, bits[2 * i + 1]!)]!) };
  }

  private slotOf(value: number, low: number, high: number): number {
    let slot = value === 0 ? 0 : mixBits(low, high) & this.mask;
    while (this.counts[slot] !== 0 && this.keys[slot] !== value) slot = (slot + 1) & this.mask;
    return slot;
  }
}

function mixBits(low: number, high: number): number {
  const mixed = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/**
 * Counts the distinct values of a sample that has few of them.
 *
 * Must be true: no NaN and no infinity; fewer than 2³² values, and they start at a multiple of 8 bytes.
 * Returns the distinct values in ascending order with their counts, or null as soon as there are more than `limit`.
 * Yields after every block of work. −0 and 0 are one value.
 * Throws nothing.
 *
 * Source: counting in an open-addressing hash table.
 *
 * @example countFew(Float64Array.of(2, 1, 2), 10)?.counts // → [1, 2]
 */
export function* countValues(values: Float64Array, limit: number): Generator<void, CountedValues | null, void> {
  const table = new CountTable(limit);
  const bits = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
  for (let from = 0; from < values.length; from += blockSize) {
    if (!table.add(values, bits, from, Math.min(values.length, from + blockSize))) return null;
    yield;
  }
  return table.take();
}

/** The same in one go; for small inputs and tests. */
export function countFew(values: Float64Array, limit: number): CountedValues | null {
  const steps = countValues(values, limit);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
