import { measureCorrelations } from '../relations/measureCorrelations.ts';
import { defineAnalysis } from './defineAnalysis.ts';

export const correlationsAnalysis = defineAnalysis({
  id: 'correlations',
  key: 'correlations',
  doing: 'Measuring how columns hang together',
  measure: measureCorrelations,
});
