import { ModelView } from './ModelView.tsx';
import type { SectionTab } from './tab.ts';

export const modelTab: SectionTab = {
  id: 'model',
  label: 'Model',
  section: null,
  has: ({ model }) => model !== null,
  View: ModelView,
};
