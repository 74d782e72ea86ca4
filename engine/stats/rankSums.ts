/** Elements merged between two yields: some ten milliseconds of work. */
const blockSize = 1 << 20;

/**
 * What rank tests and squared gaps need of two samples, each a sum over the distinct pooled values. At a value that
 * occurs a times in the reference and b times in current, above i and j smaller ones: l = a + b, x = i + a/2,
 * y = j + b/2, and F, G are the distribution functions at it.
 */
export interface RankSums {
  /** Sizes of the samples; N is their sum. */
  readonly n: number;
  readonly m: number;
  /** Pairs in which the reference value is the larger, ties counted half: Mann and Whitney's U of the reference. */
  readonly pairsAbove: number;
  /** Σ (l³ − l). */
  readonly ties: number;
  /** Σ l (F − G)². */
  readonly squaredGaps: number;
  /** Σ l (x/n − y/m)². */
  readonly squaredMiddleGaps: number;
  /** Σ a³, Σ b³ and Σ a b l. */
  readonly cubes: { readonly reference: number; readonly current: number; readonly mixed: number };
  /** Σ l (x/n − y/m)² / (B (N − B) − N l/4) · N², with B = x + y. */
  readonly tailGaps: number;
  /** ∫ (F − G)² / 2, in units of the values; halved so that it stays finite. */
  readonly halfSquaredArea: number;
}

const cells = {
  i: 0,
  j: 1,
  pairs: 2,
  ties: 3,
  gaps: 4,
  middleGaps: 5,
  reference: 6,
  current: 7,
  mixed: 8,
  tailGaps: 9,
  area: 10,
  gap: 11,
  previous: 12,
};

/**
 * Gathers the sums of two samples that come in ascending slices and runs.
 *
 * Must be true: n and m are the sizes of the whole samples, both positive; slices are ascending, finite, and no value
 * occurs in two of them.
 * Throws nothing.
 *
 * Source: the definitions in RankSums.
 */
export class RankSweep {
  /** Sums in an array of doubles: in fields, each would be put on the heap anew. */
  private readonly sums = new Float64Array(Object.keys(cells).length);

  constructor(
    private readonly n: number,
    private readonly m: number,
  ) {}

  /** Takes one slice of each sample; yields after every block of work. */
  *push(reference: Float64Array, current: Float64Array): Generator<void, void, void> {
    const position = { i: 0, j: 0 };
    while (position.i < reference.length || position.j < current.length) {
      this.sweep(reference, current, position);
      yield;
    }
  }

  private sweep(reference: Float64Array, current: Float64Array, position: { i: number; j: number }): void {
    const [endI, endJ] = [reference.length, current.length];
    let { i, j } = position;
    const stop = i + j + blockSize;
    while (i + j < stop && (i < endI || j < endJ)) {
      const value = j >= endJ || (i < endI && reference[i]! <= current[j]!) ? reference[i]! : current[j]!;
      const fromI = i;
      const fromJ = j;
      while (i < endI && reference[i] === value) i++;
      while (j < endJ && current[j] === value) j++;
      this.pushRun(value, i - fromI, j - fromJ);
    }
    position.i = i;
    position.j = j;
  }

  /** Takes one value with its counts a and b on the two sides. */
  pushRun(value: number, a: number, b: number): void {
    const { sums, n, m } = this;
    const l = a + b;
    const x = sums[cells.i]! + a / 2;
    const y = sums[cells.j]! + b / 2;
    const gapBefore = sums[cells.gap]!;
    if (gapBefore !== 0) sums[cells.area]! += gapBefore * gapBefore * (value / 2 - sums[cells.previous]! / 2);
    sums[cells.previous] = value;
    sums[cells.i]! += a;
    sums[cells.j]! += b;
    const gap = (sums[cells.i]! * m - sums[cells.j]! * n) / n / m;
    sums[cells.gap] = gap;
    sums[cells.gaps]! += l * gap * gap;
    const middle = (x * m - y * n) / n / m;
    sums[cells.middleGaps]! += l * middle * middle;
    const pooled = n + m;
    const spread = ((x + y) / pooled) * ((pooled - x - y) / pooled) - l / pooled / 4;
    if (spread > 0) sums[cells.tailGaps]! += (l * middle * middle) / spread;
    sums[cells.pairs]! += a * y;
    sums[cells.ties]! += l * l * l - l;
    sums[cells.reference]! += a * a * a;
    sums[cells.current]! += b * b * b;
    sums[cells.mixed]! += a * b * l;
  }

  finish(): RankSums {
    const { sums, n, m } = this;
    return {
      n,
      m,
      pairsAbove: sums[cells.pairs]!,
      ties: sums[cells.ties]!,
      squaredGaps: sums[cells.gaps]!,
      squaredMiddleGaps: sums[cells.middleGaps]!,
      cubes: { reference: sums[cells.reference]!, current: sums[cells.current]!, mixed: sums[cells.mixed]! },
      tailGaps: sums[cells.tailGaps]!,
      halfSquaredArea: sums[cells.area]!,
    };
  }
}

/**
 * The sums of two whole sorted samples in one go; for small inputs and tests.
 *
 * @example rankSums(Float64Array.of(1, 2), Float64Array.of(2, 4)).pairsAbove // → 0.5
 */
export function rankSums(reference: Float64Array, current: Float64Array): RankSums {
  const sweep = new RankSweep(reference.length, current.length);
  const steps = sweep.push(reference, current);
  while (!steps.next().done);
  return sweep.finish();
}
