import { FairnessView } from './FairnessView.tsx';
import type { SectionTab } from './tab.ts';

export const fairnessTab: SectionTab = {
  id: 'fairness',
  label: 'Fairness',
  section: 'fairness',
  has: ({ fairness }) => fairness !== null,
  View: FairnessView,
};
