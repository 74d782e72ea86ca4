import { CorrelationsView } from './CorrelationsView.tsx';
import type { SectionTab } from './tab.ts';

export const correlationsTab: SectionTab = {
  id: 'correlations',
  label: 'Correlations',
  section: 'correlations',
  has: ({ correlations }) => correlations !== null,
  View: CorrelationsView,
};
