import { measureTextDrift } from '../text/measureTextDrift.ts';
import { defineAnalysis, nothingToAnalyse } from './defineAnalysis.ts';

export const textDriftAnalysis = defineAnalysis({
  id: 'text-drift',
  key: 'textDrift',
  doing: 'Comparing texts',
  measure: async (work) => {
    const texts = work.columns.filter(({ kind, reference, current }) => kind === 'text' && reference !== null && current !== null);
    if (texts.length === 0) {
      return nothingToAnalyse(work, 'Text drift was asked for, and no column is free text on both sides; the option --text names one.');
    }
    return { value: await measureTextDrift(work, texts), findings: [] };
  },
});
