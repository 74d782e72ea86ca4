import { IconChartHistogram, IconCheckbox, IconCube, IconHome, IconSettings, IconTable, type Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { DataPage } from './pages/data/DataPage.tsx';
import { HomePage } from './pages/home/HomePage.tsx';
import { ModelsPage } from './pages/models/ModelsPage.tsx';
import { ReportPage } from './pages/report/ReportPage.tsx';
import { SettingsPage } from './pages/settings/SettingsPage.tsx';
import { TestsPage } from './pages/tests/TestsPage.tsx';

/** A page of the workbench: one line here puts it into the rail, the palette and the keys. */
export interface PageEntry {
  readonly id: string;
  readonly label: string;
  readonly icon: Icon;
  readonly Page: ComponentType;
}

export const pages: readonly PageEntry[] = [
  { id: 'home', label: 'Home', icon: IconHome, Page: HomePage },
  { id: 'data', label: 'Data', icon: IconTable, Page: DataPage },
  { id: 'report', label: 'Report', icon: IconChartHistogram, Page: ReportPage },
  { id: 'tests', label: 'Tests', icon: IconCheckbox, Page: TestsPage },
  { id: 'models', label: 'Models', icon: IconCube, Page: ModelsPage },
  { id: 'settings', label: 'Settings', icon: IconSettings, Page: SettingsPage },
];
