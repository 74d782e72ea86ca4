import { registry } from '../lib/registry.ts';

// No zod here: the window carries this table, but not the schemas.

/**
 * The parts a report can have. `usual`: there unless other sections are asked for.
 * The verdict on the data set and what a person should know first are always there.
 */
const sectionTable = [
  { id: 'data-drift', label: 'Data drift', usual: true },
  { id: 'target-drift', label: 'Target and prediction drift', usual: true },
  { id: 'multivariate-drift', label: 'Drift of the columns together', usual: false },
  { id: 'text-drift', label: 'Text drift', usual: false },
  { id: 'performance', label: 'Model performance', usual: true },
  { id: 'error-by-feature', label: 'Error by feature', usual: false },
  { id: 'performance-by-segment', label: 'Performance by segment', usual: false },
  { id: 'weak-segments', label: 'Weak segments', usual: false },
  { id: 'estimated-performance', label: 'Estimated performance', usual: false },
  { id: 'ranking', label: 'Ranking', usual: true },
  { id: 'fairness', label: 'Fairness', usual: true },
  { id: 'data-summary', label: 'Data summary', usual: true },
  { id: 'missing-values', label: 'Missing values', usual: true },
  { id: 'missing-patterns', label: 'Missing together', usual: false },
  { id: 'outliers', label: 'Outliers', usual: false },
  { id: 'conflicting-targets', label: 'Conflicting targets', usual: false },
  { id: 'correlations', label: 'Correlations', usual: false },
  { id: 'target-leakage', label: 'Target leakage', usual: false },
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
  { id: 'target-drift', label: 'Target drift', sections: ['data-drift', 'target-drift'] },
  { id: 'multivariate-drift', label: 'Drift of the columns together', sections: ['data-drift', 'multivariate-drift'] },
  { id: 'text', label: 'Text', sections: ['data-drift', 'text-drift'] },
  { id: 'data-summary', label: 'Data summary', sections: ['data-summary', 'missing-values'] },
  {
    id: 'data-quality',
    label: 'Data quality',
    sections: ['data-summary', 'missing-values', 'missing-patterns', 'outliers', 'conflicting-targets'],
  },
  { id: 'relations', label: 'Relations', sections: ['weak-segments', 'correlations', 'target-leakage'] },
  { id: 'regression', label: 'Regression', sections: ['target-drift', 'performance', 'error-by-feature'] },
  { id: 'classification', label: 'Classification', sections: ['target-drift', 'performance', 'error-by-feature'] },
  { id: 'segments', label: 'Performance by segment', sections: ['performance', 'performance-by-segment'] },
  { id: 'no-target-performance', label: 'Performance without labels', sections: ['data-drift', 'estimated-performance', 'missing-values'] },
  { id: 'ranking', label: 'Ranking', sections: ['ranking'] },
  { id: 'fairness', label: 'Fairness', sections: ['performance', 'fairness'] },
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
