import type { SectionTab } from './tab.ts';
import { TextDriftView } from './TextDriftView.tsx';

export const textDriftTab: SectionTab = {
  id: 'text',
  label: 'Text',
  section: 'text-drift',
  has: ({ textDrift }) => textDrift !== null,
  View: TextDriftView,
};
