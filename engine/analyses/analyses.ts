import { registry } from '#shared/lib/registry.ts';
import { correlationsAnalysis } from './correlations.ts';
import type { Analysis } from './defineAnalysis.ts';
import { modelDriftAnalysis } from './modelDrift.ts';
import { conflictingTargetsAnalysis } from './conflictingTargets.ts';
import { dataSummaryAnalysis } from './dataSummary.ts';
import { missingPatternsAnalysis } from './missingPatterns.ts';
import { outliersAnalysis } from './outliers.ts';
import { multivariateDriftAnalysis } from './multivariateDrift.ts';
import { errorByFeatureAnalysis } from './errorByFeature.ts';
import { estimatedPerformanceAnalysis } from './estimatedPerformance.ts';
import { performanceBySegmentAnalysis } from './performanceBySegment.ts';
import { performanceAnalysis } from './performance.ts';
import { textDriftAnalysis } from './textDrift.ts';

import { fairnessAnalysis } from './fairness.ts';
import { rankingAnalysis } from './ranking.ts';

import { targetLeakageAnalysis } from './targetLeakage.ts';
import { weakSegmentsAnalysis } from './weakSegments.ts';

/** What is worked out besides the columns, in the order of the work: a later one sees what earlier ones found. */
export const analyses = registry<Analysis>([
  dataSummaryAnalysis,
  missingPatternsAnalysis,
  outliersAnalysis,
  conflictingTargetsAnalysis,
  performanceAnalysis,
  textDriftAnalysis,
  modelDriftAnalysis,
  rankingAnalysis,
  fairnessAnalysis,
  correlationsAnalysis,
  targetLeakageAnalysis,
  weakSegmentsAnalysis,
  multivariateDriftAnalysis,
  errorByFeatureAnalysis,
  estimatedPerformanceAnalysis,
  performanceBySegmentAnalysis,
]);
