import type { ReportSettings } from '#shared/domain/settings.ts';

export function sectionWords({ sections }: ReportSettings): string[] {
  return sections === null ? [] : ['--section', sections.join(',')];
}
