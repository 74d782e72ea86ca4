import { PerformanceView } from './PerformanceView.tsx';
import type { SectionTab } from './tab.ts';

export const performanceTab: SectionTab = {
  id: 'performance',
  label: 'Performance',
  section: 'performance',
  has: ({ performance }) => performance !== null,
  View: PerformanceView,
};
