import { PerformanceBySegmentView } from './PerformanceBySegmentView.tsx';
import type { SectionTab } from './tab.ts';

export const performanceBySegmentTab: SectionTab = {
  id: 'performance-by-segment',
  label: 'By segment',
  section: 'performance-by-segment',
  has: ({ performanceBySegment }) => performanceBySegment !== null,
  View: PerformanceBySegmentView,
};
