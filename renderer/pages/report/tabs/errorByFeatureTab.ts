import { ErrorByFeatureView } from './ErrorByFeatureView.tsx';
import type { SectionTab } from './tab.ts';

export const errorByFeatureTab: SectionTab = {
  id: 'errors',
  label: 'Error by feature',
  section: 'error-by-feature',
  has: ({ errorByFeature }) => errorByFeature !== null,
  View: ErrorByFeatureView,
};
