import { summariseData } from '../quality/summariseData.ts';
import { summaryFindings } from '../quality/qualityFindings.ts';
import { defineAnalysis } from './defineAnalysis.ts';

export const dataSummaryAnalysis = defineAnalysis({
  id: 'data-summary',
  key: 'dataSummary',
  doing: 'Looking for what is there twice',
  measure: async (work) => {
    const value = await summariseData(work);
    return { value, findings: summaryFindings(value) };
  },
});
