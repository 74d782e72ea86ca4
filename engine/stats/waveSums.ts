import type { WaveMoments } from './eppsSingleton.ts';

const waves = 4;
/** The two places at which characteristic functions are compared, after Epps and Singleton. */
const firstPlace = 0.4;

/** Where values are counted from, and the unit they are counted in. */
export interface WaveScale {
  readonly origin: number;
  readonly unit: number;
}

/** Angle of a value; the range may be beyond doubles, and the angle then has no meaning but stays a number. */
function angleOf(value: number, { origin, unit }: WaveScale): number {
  const angle = unit > 1e290 ? firstPlace * (value / unit - origin / unit) : firstPlace * ((value - origin) / unit);
  return Number.isFinite(angle) ? angle : 0;
}

/**
 * Sums the waves cos z, cos 2z, sin z, sin 2z and their products over a sample that passes by.
 *
 * Must be true: the scale's unit is positive.
 * Throws nothing.
 *
 * Source: T. W. Epps and K. J. Singleton (1986); counting from an origin turns the waves, which the test does not see.
 */
export class WaveSums {
  private n = 0;
  private readonly sums = new Float64Array(waves);
  private readonly products = new Float64Array(waves * waves);
  /** Waves of the first value, from which those of the others are counted, so that little is lost where most are equal. */
  private readonly first = new Float64Array(waves);
  private readonly wave = new Float64Array(waves);

  constructor(private readonly scale: WaveScale) {}

  slice(values: Float64Array): void {
    for (let i = 0; i < values.length; i++) this.run(values[i]!, 1);
  }

  run(value: number, count: number): void {
    if (count === 0) return;
    const { wave, first, sums, products } = this;
    const angle = angleOf(value, this.scale);
    const cosine = Math.cos(angle);
    const sine = Math.sin(angle);
    wave[0] = cosine;
    wave[1] = 2 * cosine * cosine - 1;
    wave[2] = sine;
    wave[3] = 2 * sine * cosine;
    if (this.n === 0) first.set(wave);
    for (let i = 0; i < waves; i++) wave[i]! -= first[i]!;
    this.n += count;
    for (let i = 0; i < waves; i++) {
      sums[i]! += count * wave[i]!;
      for (let j = i; j < waves; j++) products[i * waves + j]! += count * wave[i]! * wave[j]!;
    }
  }

  finish(): WaveMoments {
    const { n, sums, first } = this;
    const means = Array.from(sums, (sum, i) => first[i]! + sum / n);
    const at = (i: number, j: number): number => this.products[Math.min(i, j) * waves + Math.max(i, j)]! - (sums[i]! / n) * sums[j]!;
    return { n, means, products: Array.from({ length: waves * waves }, (_, cell) => at(Math.floor(cell / waves), cell % waves)) };
  }
}
