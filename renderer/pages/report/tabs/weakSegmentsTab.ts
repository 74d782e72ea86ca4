import { WeakSegmentsView } from './WeakSegmentsView.tsx';
import type { SectionTab } from './tab.ts';

export const weakSegmentsTab: SectionTab = {
  id: 'weak-segments',
  label: 'Weak segments',
  section: 'weak-segments',
  has: ({ weakSegments }) => weakSegments !== null,
  View: WeakSegmentsView,
};
