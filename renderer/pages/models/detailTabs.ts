import type { ComponentType } from 'react';
import { CompareView } from './compare/CompareView.tsx';
import { ColumnsView } from './columns/ColumnsView.tsx';
import type { DetailProps } from './modelView.ts';
import { ExplainView } from './explain/ExplainView.tsx';
import { OverviewView } from './OverviewView.tsx';
import { CardView } from './registry/CardView.tsx';
import { HistoryView } from './registry/HistoryView.tsx';
import { VersionsView } from './registry/VersionsView.tsx';

export interface DetailTab {
  readonly id: string;
  readonly label: string;
  readonly View: ComponentType<DetailProps>;
  /** Only versions of registered models have it. */
  readonly registered?: true;
}

/** The parts of what is shown of a model, the usual one first. */
export const detailTabs: readonly [DetailTab, ...DetailTab[]] = [
  { id: 'overview', label: 'What it is', View: OverviewView },
  { id: 'columns', label: 'Columns', View: ColumnsView },
  { id: 'explain', label: 'Explain', View: ExplainView },
  { id: 'versions', label: 'Versions', View: VersionsView, registered: true },
  { id: 'card', label: 'Card', View: CardView, registered: true },
  { id: 'compare', label: 'Compare', View: CompareView, registered: true },
  { id: 'history', label: 'History', View: HistoryView, registered: true },
];
