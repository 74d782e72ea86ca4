import { measureModelDrift } from '../modelDrift/measureModelDrift.ts';
import { defineAnalysis, nothingToAnalyse } from './defineAnalysis.ts';

export const modelDriftAnalysis = defineAnalysis({
  id: 'target-drift',
  key: 'modelDrift',
  doing: 'Weighing drift by importance',
  measure: async (work) => {
    const { roles, importances } = work.settings;
    if (roles.target === null && roles.prediction === null && Object.keys(importances).length === 0) {
      const wanted = 'name the column of the target or the prediction, or give the importance of columns';
      return nothingToAnalyse(work, `The drift of target and prediction was asked for; ${wanted}.`);
    }
    return measureModelDrift(work);
  },
});
