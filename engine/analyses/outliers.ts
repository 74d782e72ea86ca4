import { findOutliers } from '../quality/outliers.ts';
import { outlierFindings } from '../quality/qualityFindings.ts';
import { defineAnalysis, nothingToAnalyse } from './defineAnalysis.ts';

export const outliersAnalysis = defineAnalysis({
  id: 'outliers',
  key: 'outliers',
  doing: 'Counting outliers',
  measure: async (work) => {
    const value = await findOutliers(work);
    if (value.columns.length === 0) {
      return nothingToAnalyse(
        work,
        'Outliers were asked for, and no numeric column is on both sides; name one as numeric if it should be.',
      );
    }
    return { value, findings: outlierFindings(value) };
  },
});
