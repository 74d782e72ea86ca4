import { findMissingPatterns } from '../quality/missingPatterns.ts';
import { defineAnalysis } from './defineAnalysis.ts';

export const missingPatternsAnalysis = defineAnalysis({
  id: 'missing-patterns',
  key: 'missingPatterns',
  doing: 'Counting what is missing together',
  measure: async (work) => ({ value: await findMissingPatterns(work), findings: [] }),
});
