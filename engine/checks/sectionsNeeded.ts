import { sections, type SectionId } from '#shared/domain/sections.ts';
import type { Suite } from '#shared/domain/suite.ts';
import { checks } from './checks.ts';
import { presets } from './presets.ts';

/** The sections that a report must have for every check of the suite to find an answer. */
export function sectionsNeeded(suite: Suite): SectionId[] {
  const entries = [...(suite.presets ?? []).flatMap((id) => presets.get(id)?.entries ?? []), ...(suite.checks ?? [])];
  const needed = new Set(entries.flatMap(({ check }) => checks.get(check)?.needs ?? []));
  return sections.all.flatMap(({ id }) => (needed.has(id) ? [id] : []));
}
