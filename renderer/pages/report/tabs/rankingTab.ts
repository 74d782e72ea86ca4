import { RankingView } from './RankingView.tsx';
import type { SectionTab } from './tab.ts';

export const rankingTab: SectionTab = {
  id: 'ranking',
  label: 'Ranking',
  section: 'ranking',
  has: ({ ranking }) => ranking !== null,
  View: RankingView,
};
