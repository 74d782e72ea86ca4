import type { SectionTab } from './tabs/tab.ts';
import { correlationsTab } from './tabs/correlationsTab.ts';
import { performanceTab } from './tabs/performanceTab.ts';
import { targetLeakageTab } from './tabs/targetLeakageTab.ts';
import { weakSegmentsTab } from './tabs/weakSegmentsTab.ts';

/** The sections that the report page shows beside its columns, in their order. */
export const sectionTabs: readonly SectionTab[] = [performanceTab, correlationsTab, targetLeakageTab, weakSegmentsTab];
