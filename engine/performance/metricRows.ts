import type { BaselineRow, MetricRow } from '#shared/domain/performance.ts';
import type { Reasons } from '#shared/domain/profile.ts';
import type { MetricValue } from '../metrics/defineMetric.ts';

/** One thing for each side. */
export interface Both<T> {
  readonly reference: T;
  readonly current: T;
}

/** The same for each side. */
export function onBoth<T>(make: (side: 'reference' | 'current') => T): Both<T> {
  return { reference: make('reference'), current: make('current') };
}

/** Values under their names, each absent one null with its reason beside it. */
export function withReasons<K extends string>(values: Readonly<Record<K, MetricValue>>): Record<K, number | null> & { reasons: Reasons } {
  const reasons: Reasons = {};
  const numbers = {} as Record<K, number | null>;
  for (const name of Object.keys(values) as K[]) {
    const value: MetricValue = values[name];
    numbers[name] = typeof value === 'number' ? value + 0 : null;
    if (typeof value !== 'number') reasons[name] = value.none;
  }
  return { ...numbers, reasons };
}

export function metricRow(metric: string, { reference, current }: Both<MetricValue>): MetricRow {
  return { metric, ...withReasons({ reference, current }) };
}

/** A baseline on both sides; without a constant it has no numbers either, for the same reason. */
export function baselineRow(
  given: { readonly metric: string; readonly predicts: string; readonly value: number | string | Exclude<MetricValue, number> },
  score: (side: 'reference' | 'current') => MetricValue,
): BaselineRow {
  const { metric, predicts, value } = given;
  if (typeof value === 'object') return { metric, predicts, ...withReasons({ value, reference: value, current: value }) };
  const row = metricRow(metric, onBoth(score));
  return { ...row, predicts, value };
}

/** A number that may have overflowed. */
export function finiteOr(value: number): MetricValue {
  return Number.isFinite(value) ? value : { none: 'not-finite' };
}
