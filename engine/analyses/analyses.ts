import { registry } from '#shared/lib/registry.ts';
import { conflictingTargetsAnalysis } from './conflictingTargets.ts';
import { correlationsAnalysis } from './correlations.ts';
import { dataSummaryAnalysis } from './dataSummary.ts';
import type { Analysis } from './defineAnalysis.ts';
import { errorByFeatureAnalysis } from './errorByFeature.ts';
import { estimatedPerformanceAnalysis } from './estimatedPerformance.ts';
import { fairnessAnalysis } from './fairness.ts';
import { missingPatternsAnalysis } from './missingPatterns.ts';
import { modelDriftAnalysis } from './modelDrift.ts';
import { multivariateDriftAnalysis } from './multivariateDrift.ts';
import { outliersAnalysis } from './outliers.ts';
import { performanceAnalysis } from './performance.ts';
import { performanceBySegmentAnalysis } from './performanceBySegment.ts';
import { rankingAnalysis } from './ranking.ts';
import { targetLeakageAnalysis } from './targetLeakage.ts';
import { textDriftAnalysis } from './textDrift.ts';
import { weakSegmentsAnalysis } from './weakSegments.ts';

/** What is worked out besides the columns, in the order of the work: a later one sees what earlier ones found. */
export const analyses = registry<Analysis>([
  dataSummaryAnalysis,
  missingPatternsAnalysis,
  outliersAnalysis,
  conflictingTargetsAnalysis,
  performanceAnalysis,
  errorByFeatureAnalysis,
  performanceBySegmentAnalysis,
  estimatedPerformanceAnalysis,
  modelDriftAnalysis,
  textDriftAnalysis,
  multivariateDriftAnalysis,
  rankingAnalysis,
  fairnessAnalysis,
  correlationsAnalysis,
  targetLeakageAnalysis,
  weakSegmentsAnalysis,
]);
