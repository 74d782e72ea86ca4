import { findConflictingTargets } from '../quality/conflictingTargets.ts';
import { conflictFindings } from '../quality/qualityFindings.ts';
import { defineAnalysis, nothingToAnalyse } from './defineAnalysis.ts';

export const conflictingTargetsAnalysis = defineAnalysis({
  id: 'conflicting-targets',
  key: 'conflictingTargets',
  doing: 'Looking for conflicting targets',
  measure: async (work) => {
    const value = await findConflictingTargets(work);
    if (value === null) return nothingToAnalyse(work, 'Conflicting targets were asked for; name the column of the target.');
    return { value, findings: conflictFindings(value) };
  },
});
