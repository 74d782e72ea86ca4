import type { ReportSettings } from '#shared/domain/settings.ts';

/** What a section of the form gets: the settings, and how to change them. */
export interface SectionProps {
  readonly settings: ReportSettings;
  readonly change: (part: Partial<ReportSettings>) => void;
}
