import { measure } from '../metrics/defineMetric.ts';
import { regressionMetrics } from '../metrics/metrics.ts';
import type { RegressionEvidence } from '../metrics/regressionEvidence.ts';
import type { SampleMoments } from '../stats/moments.ts';
import type { PairedStatistics } from './pairedIntervals.ts';

/** Fields of a block: rows, rows whose target is not 0, Σ target, Σ target²; then for each model Σ|e|, Σe, Σe², Σ|e|/|t|. */
const common = 4;
const ofModel = 4;
const fields = common + 2 * ofModel;

/** Up to so many rows each row is drawn for itself; beyond, in blocks of rows chosen by a hash. */
const mostSingleRows = 5000;
const blocksOfMany = 2000;

/** How rows are put into blocks. */
export function blocksFor(rows: number): { readonly blocks: number; readonly ofEachRow: boolean } {
  return rows <= mostSingleRows ? { blocks: rows, ofEachRow: true } : { blocks: blocksOfMany, ofEachRow: false };
}

/** Errors of two models on the same rows, in sums by block. */
export class PairedErrors {
  private readonly sums: Float64Array;
  private centre: number | null = null;

  constructor(private readonly blocks: number) {
    this.sums = new Float64Array(blocks * fields);
  }

  add(target: number, first: number, second: number, block: number): void {
    this.centre ??= target;
    const at = block * fields;
    const { sums } = this;
    const t = target - this.centre;
    sums[at]! += 1;
    sums[at + 1]! += target === 0 ? 0 : 1;
    sums[at + 2]! += t;
    sums[at + 3]! += t * t;
    for (let model = 0; model < 2; model += 1) {
      const error = (model === 0 ? first : second) - target;
      const place = at + common + model * ofModel;
      sums[place]! += Math.abs(error);
      sums[place + 1]! += error;
      sums[place + 2]! += error * error;
      sums[place + 3]! += target === 0 ? 0 : Math.abs(error) / Math.abs(target);
    }
  }

  private evidence(total: Float64Array, model: 0 | 1): RegressionEvidence {
    const rows = total[0]!;
    const moments = (sum: number, squares: number, centre: number): SampleMoments => ({
      n: rows,
      mean: rows > 0 ? centre + sum / rows : 0,
      squaredDeviations: rows > 0 ? Math.max(0, squares - (sum * sum) / rows) : 0,
    });
    const at = common + model * ofModel;
    const errors = moments(total[at + 1]!, total[at + 2]!, 0);
    return {
      rows,
      weight: rows,
      errors,
      unweightedErrors: errors,
      // Of drawn rows the extremes are not known; no interval is made of them.
      smallestError: Number.NaN,
      largestError: Number.NaN,
      absoluteErrorSum: total[at]!,
      targets: moments(total[2]!, total[3]!, this.centre ?? 0),
      relative: { weight: total[1]!, sum: total[at + 3]! },
    };
  }

  statistics(): PairedStatistics {
    const ids = regressionMetrics.all.filter(({ id }) => id !== 'max-error');
    const cells = Float64Array.from({ length: this.blocks }, (_, block) => (this.sums[block * fields]! > 0 ? 1 : 0));
    const total = new Float64Array(fields);
    const values = (model: 0 | 1): (number | null)[] => {
      const evidence = this.evidence(total, model);
      return ids.map((metric) => {
        const value = measure(metric, evidence);
        return typeof value === 'number' ? value : null;
      });
    };
    return {
      metrics: ids.map(({ id }) => id),
      cells,
      of: (drawn) => {
        total.fill(0);
        for (let block = 0; block < drawn.length; block += 1) {
          const times = drawn[block]!;
          if (times > 0) for (let field = 0; field < fields; field += 1) total[field]! += times * this.sums[block * fields + field]!;
        }
        return { champion: values(0), challenger: values(1) };
      },
    };
  }
}
