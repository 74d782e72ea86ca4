import { MultivariateView } from './MultivariateView.tsx';
import type { SectionTab } from './tab.ts';

export const multivariateTab: SectionTab = {
  id: 'together',
  label: 'Together',
  section: 'multivariate-drift',
  has: ({ multivariateDrift }) => multivariateDrift !== null,
  View: MultivariateView,
};
