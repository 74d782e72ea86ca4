import { knownPerformance } from '../performance/knownPerformance.ts';
import { measureSegments } from '../weakSegments/measureSegments.ts';
import { defineAnalysis } from './defineAnalysis.ts';

export const weakSegmentsAnalysis = defineAnalysis({
  id: 'weak-segments',
  key: 'weakSegments',
  doing: 'Looking for weak segments',
  measure: async (work) => {
    // Which rows are wrong is decided as in the section on performance, also where that is not asked for.
    const performance = await knownPerformance(work);
    return measureSegments(work, performance);
  },
});
