import type { ScoreEvidence } from '../classificationEvidence.ts';
import type { MetricValue } from '../defineMetric.ts';

export function rocAucOf({ positives, negatives, concordantPairs }: ScoreEvidence): MetricValue {
  return positives === 0 || negatives === 0 ? { none: 'one-class' } : Math.min(1, concordantPairs / positives / negatives);
}

export function averagePrecisionOf({ positives, precisionSum }: ScoreEvidence): MetricValue {
  return positives === 0 ? { none: 'class-not-in-target' } : Math.min(1, precisionSum / positives);
}

export function brierOf({ squaredErrorSum, positives, negatives }: ScoreEvidence): MetricValue {
  return squaredErrorSum / (positives + negatives);
}

export function calibrationErrorOf({ calibrationGapSum, positives, negatives }: ScoreEvidence): MetricValue {
  return calibrationGapSum / (positives + negatives);
}
