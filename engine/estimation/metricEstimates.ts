import type { EstimateChunk, EstimatedMetric, EstimateSide } from '#shared/domain/estimatedPerformance.ts';
import type { MetricValue } from '../metrics/defineMetric.ts';
import { withReasons } from '../performance/metricRows.ts';

/** Standard errors to each side. */
const bandErrors = 3;
const thresholdDeviations = 3;

/** An estimate of some rows and what came true of them. */
export interface EstimatedNumbers {
  readonly estimated: MetricValue;
  readonly standardError: number | null;
  readonly realised: MetricValue;
}

export interface MetricRange {
  readonly lowest: number;
  readonly highest: number;
}

/** The band around an estimate, kept in the range that the metric can have. */
export function estimateSide({ estimated, standardError, realised }: EstimatedNumbers, range: MetricRange): EstimateSide {
  const end = (sign: 1 | -1): MetricValue => {
    if (typeof estimated !== 'number') return estimated;
    if (standardError === null) return { none: 'too-few-rows' };
    return Math.min(range.highest, Math.max(range.lowest, estimated + sign * bandErrors * standardError));
  };
  return withReasons({ estimated, low: end(-1), high: end(1), realised });
}

function thresholdsOf(values: readonly MetricValue[], range: MetricRange): { lower: MetricValue; upper: MetricValue } {
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length < 3 || numbers.length * 2 < values.length) return { lower: { none: 'too-few-rows' }, upper: { none: 'too-few-rows' } };
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const deviation = Math.sqrt(numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / numbers.length);
  return {
    lower: Math.max(range.lowest, mean - thresholdDeviations * deviation),
    upper: Math.min(range.highest, mean + thresholdDeviations * deviation),
  };
}

export interface MetricParts {
  readonly metric: string;
  readonly better: 'higher' | 'lower';
  readonly range: MetricRange;
  readonly reference: EstimatedNumbers;
  readonly current: EstimatedNumbers;
  readonly chunks: readonly (EstimatedNumbers & Pick<EstimateChunk, 'side' | 'chunk'>)[];
}

/** One metric whole: both sides, every chunk, and whether the estimate is beyond what the reference's chunks realised. */
export function estimatedMetric({ metric, better, range, reference, current, chunks }: MetricParts): EstimatedMetric {
  const { lower, upper } = thresholdsOf(
    chunks.filter(({ side }) => side === 'reference').map(({ realised }) => realised),
    range,
  );
  const { lowerThreshold, upperThreshold, reasons } = withReasons({ lowerThreshold: lower, upperThreshold: upper });
  const value = current.estimated;
  const verdict = ((): EstimatedMetric['verdict'] => {
    if (typeof value !== 'number' || lowerThreshold === null || upperThreshold === null) return 'unknown';
    if (value < lowerThreshold) return better === 'higher' ? 'worse' : 'better';
    if (value > upperThreshold) return better === 'higher' ? 'better' : 'worse';
    return 'usual';
  })();
  return {
    metric,
    reference: estimateSide(reference, range),
    current: estimateSide(current, range),
    lowerThreshold,
    upperThreshold,
    verdict,
    chunks: chunks.map(({ side, chunk, ...numbers }) => ({ side, chunk, ...estimateSide(numbers, range) })),
    reasons,
  };
}
