import { CompensatedSum } from '../stats/compensatedSum.ts';
import type { SampleMoments } from '../stats/moments.ts';

/** Mean and squared deviations of values that come one by one, each so many times or with a weight, without losing digits to an offset near `centre`. */
export class CentredSums {
  private readonly n = new CompensatedSum();
  private readonly sum = new CompensatedSum();
  private readonly squares = new CompensatedSum();

  constructor(private readonly centre: number) {}

  add(value: number, count: number): void {
    const distance = value - this.centre;
    this.n.add(count);
    this.sum.add(distance * count);
    this.squares.add(distance * distance * count);
  }

  moments(): SampleMoments {
    const n = this.n.value;
    const { centre } = this;
    if (n === 0) return { n: 0, mean: 0, squaredDeviations: 0 };
    const shift = this.sum.value / n;
    return { n, mean: centre + shift, squaredDeviations: Math.max(0, this.squares.value - shift * this.sum.value) };
  }
}
