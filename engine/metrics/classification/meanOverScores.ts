import type { ClassificationEvidence, ScoreEvidence } from '../classificationEvidence.ts';
import type { MetricValue } from '../defineMetric.ts';

/**
 * A number of the positive class's probabilities, or with several classes its plain mean over those that have the number;
 * where none has it, the reason of the first.
 */
export function meanOverScores({ scores, classScores }: ClassificationEvidence, of: (scores: ScoreEvidence) => MetricValue): MetricValue {
  if (classScores === undefined || classScores === null) return scores === null ? { none: 'needs-probabilities' } : of(scores);
  const values = classScores.map(of);
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length === 0) return values[0] ?? { none: 'no-valid-values' };
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}
