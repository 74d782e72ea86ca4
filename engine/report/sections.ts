import { registry } from '#shared/lib/registry.ts';
import type { ReportSection } from './section.ts';
import { columnsSection } from './sections/columns.ts';
import { conflictingTargetsSection } from './sections/conflictingTargets.ts';
import { correlationsSection } from './sections/correlations.ts';
import { dataSection } from './sections/data.ts';
import { dataSummarySection } from './sections/dataSummary.ts';
import { driftSection } from './sections/drift.ts';
import { errorByFeatureSection } from './sections/errorByFeature.ts';
import { estimatedPerformanceSection } from './sections/estimatedPerformance.ts';
import { fairnessSection } from './sections/fairness.ts';
import { findingsSection } from './sections/findings.ts';
import { modelSection } from './sections/model.ts';
import { missingSection } from './sections/missing.ts';
import { missingPatternsSection } from './sections/missingPatterns.ts';
import { modelDriftSection } from './sections/modelDrift.ts';
import { multivariateDriftSection } from './sections/multivariateDrift.ts';
import { outliersSection } from './sections/outliers.ts';
import { performanceSection } from './sections/performance.ts';
import { performanceBySegmentSection } from './sections/performanceBySegment.ts';
import { rankingSection } from './sections/ranking.ts';
import { settingsSection } from './sections/settings.ts';
import { summarySection } from './sections/summary.ts';
import { targetLeakageSection } from './sections/targetLeakage.ts';
import { textDriftSection } from './sections/textDrift.ts';
import { weakSegmentsSection } from './sections/weakSegments.ts';

/** The parts of the page, in their order on it. */
export const reportSections = registry<ReportSection>([
  summarySection,
  findingsSection,
  driftSection,
  modelDriftSection,
  multivariateDriftSection,
  textDriftSection,
  performanceSection,
  errorByFeatureSection,
  performanceBySegmentSection,
  weakSegmentsSection,
  estimatedPerformanceSection,
  rankingSection,
  fairnessSection,
  dataSummarySection,
  missingSection,
  missingPatternsSection,
  outliersSection,
  conflictingTargetsSection,
  correlationsSection,
  targetLeakageSection,
  columnsSection,
  modelSection,
  dataSection,
  settingsSection,
]);
