import { measurePerformance } from '../performance/measurePerformance.ts';
import { namesPredictions } from '../performance/roleSides.ts';
import { defineAnalysis, nothingToAnalyse } from './defineAnalysis.ts';

export const performanceAnalysis = defineAnalysis({
  id: 'performance',
  key: 'performance',
  doing: 'Measuring the performance of the model',
  measure: async (work) => {
    if (work.settings.roles.target === null || !namesPredictions(work.settings)) {
      return nothingToAnalyse(work, 'The performance of the model was asked for; name the columns of its target and its prediction.');
    }
    const { performance, findings } = await measurePerformance(work);
    return { value: performance, findings };
  },
});
