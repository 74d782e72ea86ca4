import { BrowserWindow, nativeTheme, screen } from 'electron';
import { openingBounds, readWindowState, smallestWindow, writeWindowState } from './windowState.ts';

export interface WindowParts {
  readonly address: string;
  readonly preload: string;
  /** Where the window's place is kept. */
  readonly stateFile: string;
}

function keepPlace(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    writeWindowState(file, { bounds: window.getNormalBounds(), maximised: window.isMaximized() });
  });
}

/** Opens the one window of the workbench, where it was last. */
export function openWindow({ address, preload, stateFile }: WindowParts): BrowserWindow {
  const state = readWindowState(
    stateFile,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...openingBounds(state, screen.getPrimaryDisplay().workArea),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Driftglass',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#0f172a' : '#ffffff',
    webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
  keepPlace(window, stateFile);
  if (state?.maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  void window.loadURL(address);
  return window;
}
