import type { ComponentType } from 'react';
import { ColumnsView } from './columns/ColumnsView.tsx';
import type { DetailProps } from './modelView.ts';
import { OverviewView } from './OverviewView.tsx';

export interface DetailTab {
  readonly id: string;
  readonly label: string;
  readonly View: ComponentType<DetailProps>;
}

/** The parts of what is shown of a model, the usual one first. */
export const detailTabs: readonly [DetailTab, ...DetailTab[]] = [
  { id: 'overview', label: 'What it is', View: OverviewView },
  { id: 'columns', label: 'Columns', View: ColumnsView },
];
