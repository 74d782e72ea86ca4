import { measureErrorByFeature } from '../performance/measureErrorByFeature.ts';
import { knownPerformance } from '../performance/knownPerformance.ts';
import { namesPredictions, roleSides } from '../performance/roleSides.ts';
import { defineAnalysis, nothingToAnalyse } from './defineAnalysis.ts';

export const errorByFeatureAnalysis = defineAnalysis({
  id: 'error-by-feature',
  key: 'errorByFeature',
  doing: 'Summing up errors by feature',
  measure: async (work) => {
    if (work.settings.roles.target === null || !namesPredictions(work.settings)) {
      return nothingToAnalyse(work, 'The error by feature was asked for; name the columns of the target and the prediction.');
    }
    const section = await knownPerformance(work);
    if (section === null)
      return nothingToAnalyse(work, 'There is no error by feature, since the performance of the model was not measured.');
    const value = await measureErrorByFeature({ ...work, sides: roleSides(work) }, section, work.columns);
    return { value, findings: [] };
  },
});
