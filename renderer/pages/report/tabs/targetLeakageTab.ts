import { TargetLeakageView } from './TargetLeakageView.tsx';
import type { SectionTab } from './tab.ts';

export const targetLeakageTab: SectionTab = {
  id: 'target-leakage',
  label: 'Leakage',
  section: 'target-leakage',
  has: ({ targetLeakage }) => targetLeakage !== null,
  View: TargetLeakageView,
};
