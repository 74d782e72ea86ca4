import { registry } from '#shared/lib/registry.ts';
import type { Analysis } from './defineAnalysis.ts';
import { errorByFeatureAnalysis } from './errorByFeature.ts';
import { estimatedPerformanceAnalysis } from './estimatedPerformance.ts';
import { performanceBySegmentAnalysis } from './performanceBySegment.ts';
import { performanceAnalysis } from './performance.ts';

/** What is worked out besides the columns, in the order of the work: a later one sees what earlier ones found. */
export const analyses = registry<Analysis>([
  performanceAnalysis,
  errorByFeatureAnalysis,
  estimatedPerformanceAnalysis,
  performanceBySegmentAnalysis,
]);
