import { registry } from '#shared/lib/registry.ts';
import { terminalConflictingTargets } from './terminal/conflictingTargets.ts';
import { terminalDataSummary } from './terminal/dataSummary.ts';
import { terminalCorrelations } from './terminal/correlations.ts';
import { terminalDrift } from './terminal/drift.ts';
import { terminalModelDrift } from './terminal/modelDrift.ts';
import { terminalMissingPatterns } from './terminal/missingPatterns.ts';
import { terminalOutliers } from './terminal/outliers.ts';
import { terminalMultivariateDrift } from './terminal/multivariateDrift.ts';
import { terminalErrorByFeature } from './terminal/errorByFeature.ts';
import { terminalEstimatedPerformance } from './terminal/estimatedPerformance.ts';
import { terminalPerformanceBySegment } from './terminal/performanceBySegment.ts';
import { terminalPerformance } from './terminal/performance.ts';
import { terminalTextDrift } from './terminal/textDrift.ts';
import { terminalTargetLeakage } from './terminal/targetLeakage.ts';
import { terminalWeakSegments } from './terminal/weakSegments.ts';
import type { TerminalSection } from './terminalSection.ts';

import { terminalFairness } from './terminal/fairness.ts';
import { terminalRanking } from './terminal/ranking.ts';

/** The parts of the terminal's table, in their order. */
export const terminalSections = registry<TerminalSection>([
  terminalDrift,
  terminalModelDrift,
  terminalPerformance,
  terminalTextDrift,
  terminalRanking,
  terminalFairness,
  terminalDataSummary,
  terminalMissingPatterns,
  terminalOutliers,
  terminalConflictingTargets,
  terminalCorrelations,
  terminalTargetLeakage,
  terminalWeakSegments,
  terminalMultivariateDrift,
  terminalErrorByFeature,
  terminalEstimatedPerformance,
  terminalPerformanceBySegment,
]);
