import { ConflictsView } from './ConflictsView.tsx';
import { DataSummaryView } from './DataSummaryView.tsx';
import { MissingPatternsView } from './MissingPatternsView.tsx';
import { OutliersView } from './OutliersView.tsx';
import type { SectionTab } from './tab.ts';

export const dataSummaryTab: SectionTab = {
  id: 'summary',
  label: 'Summary',
  section: 'data-summary',
  has: ({ dataSummary }) => dataSummary !== null,
  View: DataSummaryView,
};

export const missingPatternsTab: SectionTab = {
  id: 'missing-together',
  label: 'Missing together',
  section: 'missing-patterns',
  has: ({ missingPatterns }) => missingPatterns !== null,
  View: MissingPatternsView,
};

export const outliersTab: SectionTab = {
  id: 'outliers',
  label: 'Outliers',
  section: 'outliers',
  has: ({ outliers }) => outliers !== null,
  View: OutliersView,
};

export const conflictsTab: SectionTab = {
  id: 'conflicts',
  label: 'Conflicts',
  section: 'conflicting-targets',
  has: ({ conflictingTargets }) => conflictingTargets !== null,
  View: ConflictsView,
};
