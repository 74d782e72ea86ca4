import { defineMetric } from '../defineMetric.ts';
import { meanOverScores } from './meanOverScores.ts';
import { calibrationErrorOf } from './scoreNumbers.ts';

/**
 * Over ten equal bins of probability, the mean by rows of |share of positives − mean probability|.
 *
 * Must be true: probabilities of the positive class in [0, 1]; at least one row. A bin is closed below, the last one also above.
 * Returns a number in [0, 1]; with several classes the mean over them.
 * Throws nothing.
 *
 * Source: M. P. Naeini, G. F. Cooper and M. Hauskrecht (2015), for the positive class; M. Kull et al. (2019), by class.
 *
 * @example ece.compute(scoredEvidenceOf([1, 0], [0.95, 0.25])) // → 0.15
 */
export const ece = defineMetric({
  id: 'ece',
  task: 'classification',
  label: 'Expected calibration error',
  aliases: ['ECE', 'expected_calibration_error'],
  better: 'lower',
  summary: 'How far probabilities are from the shares that came true, on average over ten bins.',
  compute: (evidence) => meanOverScores(evidence, calibrationErrorOf),
});
