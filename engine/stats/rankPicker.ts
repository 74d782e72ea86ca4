import { interpolate, quantileRanks } from './quantile.ts';

/**
 * Picks quantiles from a sample that passes by in ascending slices.
 *
 * Must be true: `n` is the size of the whole sample; slices and runs come in ascending order.
 * `quantile(share)` gives the type-7 quantile of any share that was announced, null for an empty sample.
 * Throws when a share was not announced or the sample has not passed yet.
 *
 * Source: Hyndman and Fan (1996), type 7.
 */
export class RankPicker {
  private readonly ranks: Float64Array;
  private readonly values: Float64Array;
  private next = 0;
  private seen = 0;

  constructor(
    private readonly n: number,
    shares: readonly number[],
  ) {
    const wanted = new Set<number>();
    if (n > 0) {
      for (const share of shares) {
        const { lower, upper } = quantileRanks(n, share);
        wanted.add(lower);
        wanted.add(upper);
      }
    }
    this.ranks = Float64Array.from(wanted).sort();
    this.values = new Float64Array(this.ranks.length);
  }

  slice(sorted: Float64Array): void {
    const end = this.seen + sorted.length;
    while (this.next < this.ranks.length && this.ranks[this.next]! < end) {
      this.values[this.next] = sorted[this.ranks[this.next]! - this.seen]!;
      this.next++;
    }
    this.seen = end;
  }

  run(value: number, count: number): void {
    const end = this.seen + count;
    while (this.next < this.ranks.length && this.ranks[this.next]! < end) this.values[this.next++] = value;
    this.seen = end;
  }

  quantile(share: number): number | null {
    if (this.n === 0) return null;
    const { lower, upper, weight } = quantileRanks(this.n, share);
    return interpolate(this.valueAt(lower), this.valueAt(upper), weight);
  }

  private valueAt(rank: number): number {
    const at = this.ranks.indexOf(rank);
    if (at < 0 || at >= this.next) throw new Error(`rank ${rank} was not picked`);
    return this.values[at]!;
  }
}
