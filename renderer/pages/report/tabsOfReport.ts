import type { DriftReport } from '#shared/domain/report.ts';
import { hasSection } from '#shared/domain/sections.ts';
import { sectionTabs } from './tabs.ts';
import type { SectionTab } from './tabs/tab.ts';

/** The sections beside the columns that this report has something for. */
export function tabsOfReport(report: DriftReport): SectionTab[] {
  return sectionTabs.filter(({ section, has }) => (section === null || hasSection(report.settings, section)) && has(report));
}

/** The section that the address names; null is the columns. */
export function asSectionTab(report: DriftReport, text: string | undefined): SectionTab | null {
  return tabsOfReport(report).find(({ id }) => id === text) ?? null;
}
