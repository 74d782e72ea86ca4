import type { MetricValue } from '../metrics/defineMetric.ts';
import { CompensatedSum } from '../stats/compensatedSum.ts';

/** What can be estimated of predicted numbers, in the order in which it is shown. */
export const estimatedErrorMetrics = ['mae', 'rmse', 'mape'] as const;
export type EstimatedErrorMetric = (typeof estimatedErrorMetrics)[number];

/** Losses of a row: |error|, error², and |error| / |target|, which is NaN where the target is 0. */
export type Losses = readonly [absolute: number, squared: number, relative: number];

export function lossesOf(target: number, prediction: number): Losses {
  const size = Math.abs(prediction - target);
  return [size, size * size, target === 0 ? NaN : size / Math.abs(target)];
}

class Loss {
  rows = 0;
  private readonly sum = new CompensatedSum();
  private readonly squares = new CompensatedSum();

  add(value: number): void {
    this.rows++;
    this.sum.add(value);
    this.squares.add(value * value);
  }

  get mean(): number {
    return this.rows === 0 ? NaN : this.sum.value / this.rows;
  }

  get variance(): number {
    return this.rows === 0 ? NaN : Math.max(0, this.squares.value / this.rows - this.mean ** 2);
  }
}

/** A metric from the mean of its loss. */
export function metricFrom(metric: EstimatedErrorMetric, mean: number | undefined): MetricValue {
  if (mean === undefined || Number.isNaN(mean)) return { none: metric === 'mape' ? 'all-targets-zero' : 'no-valid-values' };
  const value = metric === 'rmse' ? Math.sqrt(Math.max(0, mean)) : Math.max(0, mean);
  return Number.isFinite(value) ? value : { none: 'not-finite' };
}

/** Sums of the losses of rows whose target is known. */
export class LossSums {
  private readonly losses = [new Loss(), new Loss(), new Loss()] as const;

  add(losses: Losses): void {
    for (let i = 0; i < 3; i++) if (!Number.isNaN(losses[i]!)) this.losses[i]!.add(losses[i]!);
  }

  get rows(): number {
    return this.losses[0].rows;
  }

  means(): [number, number, number] {
    return [this.losses[0].mean, this.losses[1].mean, this.losses[2].mean];
  }

  metric(metric: EstimatedErrorMetric): MetricValue {
    if (this.rows === 0) return { none: 'no-valid-values' };
    return metricFrom(metric, this.losses[estimatedErrorMetrics.indexOf(metric)]!.mean);
  }

  /** How far the metric of n rows lies from its expected value; null where it cannot be told. */
  standardError(metric: EstimatedErrorMetric, n: number): number | null {
    const loss = this.losses[estimatedErrorMetrics.indexOf(metric)]!;
    const error = metric === 'rmse' ? Math.sqrt(loss.variance / (4 * n * loss.mean)) : Math.sqrt(loss.variance / n);
    return loss.rows < 2 || !Number.isFinite(error) ? null : error;
  }
}
