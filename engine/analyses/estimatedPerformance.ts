import type { EstimatedPerformance } from '#shared/domain/estimatedPerformance.ts';
import type { Finding } from '#shared/domain/report.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { estimatePerformance } from '../estimation/estimatePerformance.ts';
import { namesPredictions } from '../performance/roleSides.ts';
import { knownPerformance } from '../performance/knownPerformance.ts';
import { defineAnalysis, nothingToAnalyse } from './defineAnalysis.ts';

/** The estimate is over all rows; what it is learnt from may be fewer. */
function learntFromSample(estimate: EstimatedPerformance): Finding[] {
  if (estimate.task === 'classification' || estimate.learntFrom >= estimate.rows.reference.used) return [];
  const sentence = `The trees that estimate the errors of the model were grown from a seeded sample of ${formatCount(estimate.learntFrom)} rows of the reference; the estimate is over all rows.`;
  return [{ severity: 'note', code: 'sampled', column: null, sentence }];
}

export const estimatedPerformanceAnalysis = defineAnalysis({
  id: 'estimated-performance',
  key: 'estimatedPerformance',
  doing: 'Estimating the performance of the model without labels',
  measure: async (work) => {
    if (work.settings.roles.target === null || !namesPredictions(work.settings)) {
      return nothingToAnalyse(
        work,
        'The performance of the model cannot be estimated: name the columns of its target (which the reference must have) and its prediction.',
      );
    }
    const measured = await knownPerformance(work);
    if (measured === null) {
      return nothingToAnalyse(work, 'The performance of the model cannot be estimated, since it cannot be measured on the reference.');
    }
    const estimate = await estimatePerformance(work, measured);
    if (typeof estimate === 'string') return nothingToAnalyse(work, `The performance of the model cannot be estimated: ${estimate}`);
    return { value: estimate, findings: learntFromSample(estimate) };
  },
});
