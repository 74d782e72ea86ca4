import { knownPerformance } from '../performance/knownPerformance.ts';
import { roleSides, namesPredictions } from '../performance/roleSides.ts';
import { segmentColumns } from '../segments/planSegments.ts';
import { measureSegments } from '../segments/measureSegments.ts';
import { defineAnalysis, nothingToAnalyse } from './defineAnalysis.ts';

export const performanceBySegmentAnalysis = defineAnalysis({
  id: 'performance-by-segment',
  key: 'performanceBySegment',
  doing: 'Measuring the performance of the model by segment',
  measure: async (work) => {
    const { roles, segments } = work.settings;
    if (roles.target === null || !namesPredictions(work.settings))
      return nothingToAnalyse(work, 'The performance by segment was asked for; name the columns of the model’s target and its prediction.');
    if (segmentColumns(work.columns, segments.by).length === 0 && segments.confidence === null)
      return nothingToAnalyse(
        work,
        'The performance by segment was asked for, and there is no column to make segments of; name a confidence for intervals over all rows.',
      );
    const measured = await knownPerformance(work);
    if (measured === null) return nothingToAnalyse(work, 'The performance by segment cannot be told, since it cannot be measured at all.');
    const sides = roleSides(work);
    return { value: await measureSegments({ ...work, sides, measured }), findings: [] };
  },
});
