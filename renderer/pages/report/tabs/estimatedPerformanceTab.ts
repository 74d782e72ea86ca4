import { EstimatedPerformanceView } from './EstimatedPerformanceView.tsx';
import type { SectionTab } from './tab.ts';

export const estimatedPerformanceTab: SectionTab = {
  id: 'estimated-performance',
  label: 'Estimated',
  section: 'estimated-performance',
  has: ({ estimatedPerformance }) => estimatedPerformance !== null,
  View: EstimatedPerformanceView,
};
