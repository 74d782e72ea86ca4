import type { BiasSide, BinSide } from '#shared/domain/errorByFeature.ts';
import type { MetricValue } from '../metrics/defineMetric.ts';
import { CompensatedSum } from '../stats/compensatedSum.ts';
import type { BinnedFeature } from './featureBins.ts';
import { finiteOr, withReasons } from './metricRows.ts';

/** Errors at most the first and at least the second are under- and overestimated; null where all errors are equal. */
export type ErrorLimits = readonly [number, number] | null;

/** Rows of a group by their errors: underestimated, between, overestimated. */
function groupOf(error: number, limits: ErrorLimits): 0 | 1 | 2 {
  if (limits === null) return 1;
  if (error <= limits[0]) return 0;
  return error >= limits[1] ? 2 : 1;
}

/** Rows and their errors. */
class ErrorTotals {
  rows = 0;
  private readonly sum = new CompensatedSum();
  private readonly sizes = new CompensatedSum();

  add(error: number): void {
    this.rows++;
    this.sum.add(error);
    this.sizes.add(Math.abs(error));
  }

  side(all: number): BinSide {
    const none = { none: 'no-cells' } as const;
    const numbers: Record<'share' | 'meanError' | 'meanSize', MetricValue> = {
      share: all === 0 ? none : this.rows / all,
      meanError: this.rows === 0 ? none : finiteOr(this.sum.value / this.rows),
      meanSize: this.rows === 0 ? none : finiteOr(this.sizes.value / this.rows),
    };
    return { rows: this.rows, ...withReasons(numbers) };
  }
}

/** Errors over the bins of one feature, on one side. */
export class FeatureTotals {
  private readonly bins: readonly ErrorTotals[];
  private readonly groups = Array.from({ length: 3 }, () => ({ n: 0, sum: new CompensatedSum(), counts: new Map<number, number>() }));
  private smallest = Number.POSITIVE_INFINITY;
  private largest = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly feature: BinnedFeature,
    private readonly limits: ErrorLimits,
  ) {
    this.bins = feature.bins.map(() => new ErrorTotals());
  }

  add(value: number, error: number): void {
    const missing = !Number.isFinite(value);
    const bin = missing ? this.bins.length - 1 : this.feature.kind === 'categorical' ? value : this.reached(value);
    this.bins[bin]!.add(error);
    if (!missing) this.addToGroup(value, error);
  }

  private reached(value: number): number {
    const { cuts } = this.feature;
    let bin = 0;
    while (bin < cuts.length && value >= cuts[bin]!) bin++;
    return bin;
  }

  private addToGroup(value: number, error: number): void {
    const group = this.groups[groupOf(error, this.limits)]!;
    group.n++;
    if (this.feature.kind === 'categorical') group.counts.set(value, (group.counts.get(value) ?? 0) + 1);
    else group.sum.add(value);
    this.smallest = Math.min(this.smallest, value);
    this.largest = Math.max(this.largest, value);
  }

  sides(all: number): BinSide[] {
    return this.bins.map((totals) => totals.side(all));
  }

  bias(): BiasSide {
    return this.feature.kind === 'numeric' ? this.biasOfNumbers() : this.biasOfCategories();
  }

  private biasOfNumbers(): BiasSide {
    const none = { none: 'no-cells' } as const;
    const [under, between, over] = this.groups.map(({ n, sum }): MetricValue => (n === 0 ? none : finiteOr(sum.value / n))) as [
      MetricValue,
      MetricValue,
      MetricValue,
    ];
    const width = this.largest - this.smallest;
    const constant: MetricValue = width === 0 ? { none: 'constant' } : none;
    const range = typeof under === 'number' && typeof over === 'number' && width > 0 ? finiteOr(Math.abs(over - under) / width) : constant;
    return withReasons({ underestimated: under, majority: between, overestimated: over, range });
  }

  private biasOfCategories(): BiasSide {
    const [underestimated, majority, overestimated] = this.groups.map(({ counts }) => this.mostCommon(counts)) as [
      string | null,
      string | null,
      string | null,
    ];
    const values = { underestimated, majority, overestimated };
    const range = underestimated === null || overestimated === null ? null : Number(underestimated !== overestimated);
    const absent = Object.entries({ ...values, range }).filter(([, value]) => value === null);
    return { ...values, range, reasons: Object.fromEntries(absent.map(([name]) => [name, 'no-cells' as const])) };
  }

  /** The first in order of those that are most common. */
  private mostCommon(counts: ReadonlyMap<number, number>): string | null {
    const [found] = [...counts].sort(([a, m], [b, n]) => n - m || a - b);
    if (found === undefined) return null;
    const bin = this.feature.bins[found[0]];
    return bin?.kind === 'value' ? bin.value : 'other';
  }
}

/** The whole of one side: its rows and their errors, and each feature for itself. */
export class SideTotals {
  private readonly all = new ErrorTotals();
  readonly features: readonly FeatureTotals[];

  constructor(features: readonly BinnedFeature[], limits: ErrorLimits) {
    this.features = features.map((feature) => new FeatureTotals(feature, limits));
  }

  /** The first column holds errors, the others a feature each. */
  readonly take = (columns: readonly Float64Array[], rows: number): void => {
    const errors = columns[0]!;
    for (let row = 0; row < rows; row++) this.all.add(errors[row]!);
    this.features.forEach((feature, i) => {
      const values = columns[i + 1]!;
      for (let row = 0; row < rows; row++) feature.add(values[row]!, errors[row]!);
    });
  };

  get rows(): number {
    return this.all.rows;
  }

  whole(): BinSide {
    return this.all.side(this.all.rows);
  }
}
