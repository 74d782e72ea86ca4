import { correlationsTab } from './tabs/correlationsTab.ts';
import { errorByFeatureTab } from './tabs/errorByFeatureTab.ts';
import { estimatedPerformanceTab } from './tabs/estimatedPerformanceTab.ts';
import { fairnessTab } from './tabs/fairnessTab.ts';
import { modelDriftTab } from './tabs/modelDriftTab.ts';
import { modelTab } from './tabs/modelTab.ts';
import { multivariateTab } from './tabs/multivariateTab.ts';
import { performanceBySegmentTab } from './tabs/performanceBySegmentTab.ts';
import { performanceTab } from './tabs/performanceTab.ts';
import { conflictsTab, dataSummaryTab, missingPatternsTab, outliersTab } from './tabs/qualityTabs.ts';
import { rankingTab } from './tabs/rankingTab.ts';
import type { SectionTab } from './tabs/tab.ts';
import { targetLeakageTab } from './tabs/targetLeakageTab.ts';
import { textDriftTab } from './tabs/textDriftTab.ts';
import { weakSegmentsTab } from './tabs/weakSegmentsTab.ts';

/** The sections that the report page shows beside its columns, in their order. */
export const sectionTabs: readonly SectionTab[] = [
  modelDriftTab,
  multivariateTab,
  textDriftTab,
  performanceTab,
  errorByFeatureTab,
  performanceBySegmentTab,
  weakSegmentsTab,
  estimatedPerformanceTab,
  rankingTab,
  fairnessTab,
  dataSummaryTab,
  missingPatternsTab,
  outliersTab,
  conflictsTab,
  correlationsTab,
  targetLeakageTab,
  modelTab,
];
