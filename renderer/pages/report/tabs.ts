import type { SectionTab } from './tabs/tab.ts';
import { errorByFeatureTab } from './tabs/errorByFeatureTab.ts';
import { estimatedPerformanceTab } from './tabs/estimatedPerformanceTab.ts';
import { performanceBySegmentTab } from './tabs/performanceBySegmentTab.ts';
import { performanceTab } from './tabs/performanceTab.ts';

/** The sections that the report page shows beside its columns, in their order. */
export const sectionTabs: readonly SectionTab[] = [performanceTab, errorByFeatureTab, estimatedPerformanceTab, performanceBySegmentTab];
