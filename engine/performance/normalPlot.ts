import type { NormalPlot } from '#shared/domain/performance.ts';
import { CompensatedSum } from '../stats/compensatedSum.ts';
import type { SampleMoments } from '../stats/moments.ts';
import { normalQuantile } from '../stats/normalQuantile.ts';
import type { TakeValue } from './visitEach.ts';

const evenRanks = 40;

/** Ranks that are drawn: even ones, and towards both ends ever closer ones. */
function drawnRanks(n: number): Set<number> {
  const ranks = new Set<number>();
  for (let i = 0; i <= evenRanks; i++) ranks.add(1 + Math.round(((n - 1) * i) / evenRanks));
  for (let rank = 1; rank * evenRanks < n; rank *= 2) ranks.add(rank).add(n + 1 - rank);
  return n <= 2 * evenRanks ? new Set(Array.from({ length: n }, (_, i) => i + 1)) : ranks;
}

/** J. Filliben's medians of the order statistics, as in SciPy's `probplot`. */
function medianShare(rank: number, n: number): number {
  if (rank === 1) return 1 - 0.5 ** (1 / n);
  return rank === n ? 0.5 ** (1 / n) : (rank - 0.3175) / (n + 0.365);
}

/** Takes errors in ascending order and holds them against those of a normal distribution. */
export class NormalPlotSums {
  private rank = 0;
  private readonly drawn: ReadonlySet<number>;
  private readonly points: [number, number][] = [];
  private readonly products = new CompensatedSum();
  private readonly squares = new CompensatedSum();

  constructor(private readonly moments: SampleMoments) {
    this.drawn = drawnRanks(moments.n);
  }

  readonly take: TakeValue = (error, count) => {
    const { n, mean } = this.moments;
    for (let i = 0; i < count; i++) {
      this.rank += 1;
      const z = normalQuantile(medianShare(this.rank, n));
      this.products.add(z * (error - mean));
      this.squares.add(z * z);
      if (this.drawn.has(this.rank)) this.points.push([z, error]);
    }
  };

  finish(): NormalPlot | null {
    const { n, mean, squaredDeviations } = this.moments;
    if (n < 3 || !(squaredDeviations > 0)) return null;
    const [products, squares] = [this.products.value, this.squares.value];
    const plot = {
      points: this.points,
      slope: products / squares,
      intercept: mean,
      correlation: products / Math.sqrt(squares * squaredDeviations),
    };
    return [plot.slope, plot.intercept, plot.correlation].every(Number.isFinite) ? plot : null;
  }
}
