import { registry } from '#shared/lib/registry.ts';
import { terminalConflictingTargets } from './terminal/conflictingTargets.ts';
import { terminalCorrelations } from './terminal/correlations.ts';
import { terminalDataSummary } from './terminal/dataSummary.ts';
import { terminalDrift } from './terminal/drift.ts';
import { terminalErrorByFeature } from './terminal/errorByFeature.ts';
import { terminalEstimatedPerformance } from './terminal/estimatedPerformance.ts';
import { terminalFairness } from './terminal/fairness.ts';
import { terminalMissingPatterns } from './terminal/missingPatterns.ts';
import { terminalModelDrift } from './terminal/modelDrift.ts';
import { terminalMultivariateDrift } from './terminal/multivariateDrift.ts';
import { terminalOutliers } from './terminal/outliers.ts';
import { terminalPerformance } from './terminal/performance.ts';
import { terminalPerformanceBySegment } from './terminal/performanceBySegment.ts';
import { terminalRanking } from './terminal/ranking.ts';
import { terminalTargetLeakage } from './terminal/targetLeakage.ts';
import { terminalTextDrift } from './terminal/textDrift.ts';
import { terminalWeakSegments } from './terminal/weakSegments.ts';
import type { TerminalSection } from './terminalSection.ts';

/** The parts of the terminal's table, in their order. */
export const terminalSections = registry<TerminalSection>([
  terminalDrift,
  terminalModelDrift,
  terminalMultivariateDrift,
  terminalTextDrift,
  terminalPerformance,
  terminalErrorByFeature,
  terminalPerformanceBySegment,
  terminalWeakSegments,
  terminalEstimatedPerformance,
  terminalRanking,
  terminalFairness,
  terminalDataSummary,
  terminalMissingPatterns,
  terminalOutliers,
  terminalConflictingTargets,
  terminalCorrelations,
  terminalTargetLeakage,
]);
