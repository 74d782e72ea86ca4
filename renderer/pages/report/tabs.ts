import type { SectionTab } from './tabs/tab.ts';
import { performanceTab } from './tabs/performanceTab.ts';
import { conflictsTab, dataSummaryTab, missingPatternsTab, outliersTab } from './tabs/qualityTabs.ts';

/** The sections that the report page shows beside its columns, in their order. */
export const sectionTabs: readonly SectionTab[] = [dataSummaryTab, missingPatternsTab, outliersTab, conflictsTab, performanceTab];
