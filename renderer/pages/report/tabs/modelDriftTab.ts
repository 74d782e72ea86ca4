import { ModelDriftView } from './ModelDriftView.tsx';
import type { SectionTab } from './tab.ts';

export const modelDriftTab: SectionTab = {
  id: 'target',
  label: 'Target',
  section: 'target-drift',
  has: ({ modelDrift }) => modelDrift !== null,
  View: ModelDriftView,
};
