import type { CompatSetting, CompatSystem, Difference } from '#shared/domain/compat.ts';
import type { AbsenceReason } from '#shared/domain/profile.ts';
import type { ClassificationEvidence } from './classificationEvidence.ts';
import type { RegressionEvidence } from './regressionEvidence.ts';

/** A number, or why there is none. */
export type MetricValue = number | { readonly none: AbsenceReason };

export interface MetricCompat<E> {
  readonly difference: Difference;
  compute(evidence: E): MetricValue;
}

interface MetricCommon<E> {
  /** Permanent, kebab-case. */
  readonly id: string;
  readonly label: string;
  /** Names of other systems. */
  readonly aliases: readonly string[];
  readonly better: 'higher' | 'lower' | 'nearer-zero';
  /** One sentence for lists. */
  readonly summary: string;
  /** Is only asked for evidence with at least one row. */
  compute(evidence: E): MetricValue;
  /** Other systems whose number differs, reproduced where a run asks for them. */
  readonly compat?: Readonly<Partial<Record<CompatSystem, MetricCompat<E>>>>;
}

export type RegressionMetric = MetricCommon<RegressionEvidence> & { readonly task: 'regression' };
export type ClassificationMetric = MetricCommon<ClassificationEvidence> & { readonly task: 'classification' };

/** A number that says how good predictions are. One file in regression/ or classification/, one line in metrics.ts. */
export type Metric = RegressionMetric | ClassificationMetric;

export function defineMetric<M extends Metric>(metric: M): M {
  return Object.freeze(metric);
}

/** The metric of one side: a finite number without minus zero, or the reason why there is none. */
export function measure<E extends { readonly rows: number }>(
  metric: { compute(evidence: E): MetricValue; readonly compat?: MetricCommon<E>['compat'] },
  evidence: E | null,
  compat: CompatSetting = 'none',
): MetricValue {
  if (evidence === null) return { none: 'no-such-column' };
  if (evidence.rows === 0) return { none: 'no-valid-values' };
  const { compute } = (compat === 'none' ? undefined : metric.compat?.[compat]) ?? metric;
  const value = compute(evidence);
  if (typeof value !== 'number') return value;
  return Number.isFinite(value) ? value + 0 : { none: 'not-finite' };
}
