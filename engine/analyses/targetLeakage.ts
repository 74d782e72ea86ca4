import { measureLeakage } from '../leakage/measureLeakage.ts';
import { defineAnalysis, nothingToAnalyse } from './defineAnalysis.ts';

export const targetLeakageAnalysis = defineAnalysis({
  id: 'target-leakage',
  key: 'targetLeakage',
  doing: 'Measuring what each feature tells of the target',
  measure: async (work) => {
    const { target } = work.settings.roles;
    if (target === null) return nothingToAnalyse(work, 'Target leakage was asked for; name the column of the target.');
    const measured = await measureLeakage(work, target);
    return typeof measured === 'string' ? nothingToAnalyse(work, measured) : measured;
  },
});
