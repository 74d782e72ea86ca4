import { registry } from '#shared/lib/registry.ts';
import type { ReportSection } from './section.ts';
import { correlationsSection } from './sections/correlations.ts';
import { columnsSection } from './sections/columns.ts';
import { conflictingTargetsSection } from './sections/conflictingTargets.ts';
import { dataSection } from './sections/data.ts';
import { dataSummarySection } from './sections/dataSummary.ts';
import { driftSection } from './sections/drift.ts';
import { fairnessSection } from './sections/fairness.ts';
import { errorByFeatureSection } from './sections/errorByFeature.ts';
import { estimatedPerformanceSection } from './sections/estimatedPerformance.ts';
import { findingsSection } from './sections/findings.ts';
import { missingSection } from './sections/missing.ts';
import { modelDriftSection } from './sections/modelDrift.ts';
import { missingPatternsSection } from './sections/missingPatterns.ts';
import { outliersSection } from './sections/outliers.ts';
import { multivariateDriftSection } from './sections/multivariateDrift.ts';
import { performanceBySegmentSection } from './sections/performanceBySegment.ts';
import { performanceSection } from './sections/performance.ts';
import { rankingSection } from './sections/ranking.ts';
import { settingsSection } from './sections/settings.ts';
import { summarySection } from './sections/summary.ts';
import { textDriftSection } from './sections/textDrift.ts';
import { targetLeakageSection } from './sections/targetLeakage.ts';
import { weakSegmentsSection } from './sections/weakSegments.ts';

/** The parts of the page, in their order on it. */
export const reportSections = registry<ReportSection>([
  summarySection,
  findingsSection,
  driftSection,
  modelDriftSection,
  textDriftSection,
  multivariateDriftSection,
  performanceSection,
  rankingSection,
  fairnessSection,
  dataSummarySection,
  correlationsSection,
  targetLeakageSection,
  weakSegmentsSection,
  errorByFeatureSection,
  estimatedPerformanceSection,
  performanceBySegmentSection,
  missingSection,
  missingPatternsSection,
  outliersSection,
  conflictingTargetsSection,
  columnsSection,
  dataSection,
  settingsSection,
]);
