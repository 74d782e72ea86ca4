import { registry } from '#shared/lib/registry.ts';
import type { ReportSection } from './section.ts';
import { columnsSection } from './sections/columns.ts';
import { dataSection } from './sections/data.ts';
import { driftSection } from './sections/drift.ts';
import { errorByFeatureSection } from './sections/errorByFeature.ts';
import { estimatedPerformanceSection } from './sections/estimatedPerformance.ts';
import { findingsSection } from './sections/findings.ts';
import { missingSection } from './sections/missing.ts';
import { performanceBySegmentSection } from './sections/performanceBySegment.ts';
import { performanceSection } from './sections/performance.ts';
import { settingsSection } from './sections/settings.ts';
import { summarySection } from './sections/summary.ts';

/** The parts of the page, in their order on it. */
export const reportSections = registry<ReportSection>([
  summarySection,
  findingsSection,
  driftSection,
  performanceSection,
  errorByFeatureSection,
  estimatedPerformanceSection,
  performanceBySegmentSection,
  missingSection,
  columnsSection,
  dataSection,
  settingsSection,
]);
