import { registry } from '../lib/registry.ts';

// No zod here: the window carries this table, but not the schemas.

/**
 * The parts a report can have. `usual`: there unless other sections are asked for.
 * The verdict on the data set and what a person should know first are always there.
 */
const sectionTable = [
  { id: 'data-drift', label: 'Data drift', usual: true },
  { id: 'missing-values', label: 'Missing values', usual: true },
  { id: 'performance', label: 'Model performance', usual: true },
  { id: 'error-by-feature', label: 'Error by feature', usual: false },
  { id: 'estimated-performance', label: 'Estimated performance', usual: false },
  { id: 'performance-by-segment', label: 'Performance by segment', usual: false },
] as const;

export type SectionId = (typeof sectionTable)[number]['id'];

export interface Section {
  readonly id: SectionId;
  readonly label: string;
  readonly usual: boolean;
}

export const sections = registry<Section>(sectionTable);

/** A ready-made choice of sections. */
export interface ReportPreset {
  readonly id: string;
  readonly label: string;
  readonly sections: readonly SectionId[];
}

export const reportPresets = registry<ReportPreset>([
  { id: 'data-drift', label: 'Data drift', sections: ['data-drift'] },
  { id: 'data-quality', label: 'Data quality', sections: ['missing-values'] },
  { id: 'regression', label: 'Regression', sections: ['performance', 'error-by-feature'] },
  { id: 'classification', label: 'Classification', sections: ['performance', 'error-by-feature'] },
  { id: 'no-target-performance', label: 'Performance without labels', sections: ['data-drift', 'missing-values', 'estimated-performance'] },
  { id: 'segments', label: 'Performance by segment', sections: ['performance', 'performance-by-segment'] },
  { id: 'everything', label: 'Everything', sections: sectionTable.map(({ id }) => id) },
]);

const usualSections: readonly SectionId[] = sectionTable.flatMap(({ id, usual }) => (usual ? [id] : []));

/** The sections of a report, in the order of the table. null: the usual ones. */
export function chosenSections(chosen: readonly SectionId[] | null): readonly SectionId[] {
  return chosen === null ? usualSections : sections.all.flatMap(({ id }) => (chosen.includes(id) ? [id] : []));
}

export function hasSection({ sections: chosen }: { readonly sections: readonly SectionId[] | null }, id: SectionId): boolean {
  return chosenSections(chosen).includes(id);
}

/** The choice with some sections more; null stays null where it has them. */
export function withSections(chosen: readonly SectionId[] | null, more: readonly SectionId[]): SectionId[] | null {
  const has = chosenSections(chosen);
  if (more.every((id) => has.includes(id))) return chosen === null ? null : [...chosen];
  return [...chosenSections([...has, ...more])];
}
