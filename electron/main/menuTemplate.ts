import type { MenuItemConstructorOptions } from 'electron';
import type { MenuAction } from '#shared/host.ts';

export interface MenuParts {
  readonly platform: NodeJS.Platform;
  readonly act: (action: MenuAction) => void;
  /** Reload and the developer's tools are for those who build Driftglass. */
  readonly forDevelopers: boolean;
}

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };

/** The native menu. The page has the same actions in its palette. */
export function menuTemplate({ platform, act, forDevelopers }: MenuParts): Item[] {
  const isMac = platform === 'darwin';
  const item = (label: string, action: MenuAction, accelerator?: string): Item => ({
    id: action,
    label,
    click: () => act(action),
    ...(accelerator !== undefined && { accelerator }),
  });
  // The page listens for this key by itself; here it is only shown.
  const shown = (entry: Item): Item => ({ ...entry, registerAccelerator: false });
  const recent: Item[] = isMac ? [{ label: 'Open Recent', role: 'recentDocuments', submenu: [{ role: 'clearRecentDocuments' }] }] : [];
  const file: Item = {
    label: '&File',
    submenu: [
      item('Open Reference…', 'open-reference', 'CmdOrCtrl+O'),
      item('Open Current…', 'open-current', 'CmdOrCtrl+Shift+O'),
      item('Open Model…', 'open-model'),
      item('Open the Sample', 'open-sample'),
      ...recent,
      separator,
      item('Export Report as HTML…', 'export-html', 'CmdOrCtrl+E'),
      separator,
      isMac ? { role: 'close' } : { role: 'quit' },
    ],
  };
  const theme: Item = {
    label: 'Theme',
    submenu: [item('Light', 'theme-light'), item('Dark', 'theme-dark'), item('As the System', 'theme-system')],
  };
  const view: Item = {
    label: '&View',
    submenu: [
      item('Home', 'go-home'),
      item('Data', 'go-data'),
      item('Report', 'go-report'),
      item('Tests', 'go-tests'),
      item('Models', 'go-models'),
      item('Settings', 'go-settings'),
      separator,
      shown(item('Command Palette…', 'command-palette', 'CmdOrCtrl+K')),
      theme,
      separator,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
      ...(forDevelopers ? [separator, { role: 'reload' } as Item, { role: 'toggleDevTools' } as Item] : []),
    ],
  };
  const help: Item = { label: '&Help', role: 'help', submenu: [item('Keys', 'show-keys')] };
  return [...(isMac ? [{ role: 'appMenu' } as Item] : []), file, { role: 'editMenu' }, view, { role: 'windowMenu' }, help];
}
