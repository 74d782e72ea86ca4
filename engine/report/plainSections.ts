import { registry } from '#shared/lib/registry.ts';
import { plainConflictingTargets } from './plain/conflictingTargets.ts';
import { plainCorrelations } from './plain/correlations.ts';
import { plainDataSummary } from './plain/dataSummary.ts';
import { plainDrift } from './plain/drift.ts';
import { plainErrorByFeature } from './plain/errorByFeature.ts';
import { plainEstimatedPerformance } from './plain/estimatedPerformance.ts';
import { plainFairness } from './plain/fairness.ts';
import { plainMissingPatterns } from './plain/missingPatterns.ts';
import { plainMissingValues } from './plain/missingValues.ts';
import { plainModelDrift } from './plain/modelDrift.ts';
import { plainMultivariateDrift } from './plain/multivariateDrift.ts';
import { plainOutliers } from './plain/outliers.ts';
import { plainPerformance } from './plain/performance.ts';
import { plainPerformanceBySegment } from './plain/performanceBySegment.ts';
import { plainRanking } from './plain/ranking.ts';
import { plainTargetLeakage } from './plain/targetLeakage.ts';
import { plainTextDrift } from './plain/textDrift.ts';
import { plainWeakSegments } from './plain/weakSegments.ts';
import type { PlainSection } from './plainSection.ts';

/** The parts of a report that are told in lines and tables, in their order: in the terminal, in Markdown and in CSV. */
export const plainSections = registry<PlainSection>([
  plainDrift,
  plainModelDrift,
  plainMultivariateDrift,
  plainTextDrift,
  plainPerformance,
  plainErrorByFeature,
  plainPerformanceBySegment,
  plainWeakSegments,
  plainEstimatedPerformance,
  plainRanking,
  plainFairness,
  plainDataSummary,
  plainMissingValues,
  plainMissingPatterns,
  plainOutliers,
  plainConflictingTargets,
  plainCorrelations,
  plainTargetLeakage,
]);
