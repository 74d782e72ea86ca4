import { app, type BrowserWindow, Menu, protocol, session } from 'electron';
import { join } from 'node:path';
import { channels } from '#shared/bridge.ts';
import { keepEngine } from './enginePort.ts';
import { createFilesToOpen } from './filesToOpen.ts';
import { handleHostCalls } from './hostHandlers.ts';
import { isLaunch, readLaunch } from './launch.ts';
import { menuTemplate } from './menuTemplate.ts';
import { pageAddress, pageScheme, servePageFile } from './pageFiles.ts';
import { denyPermissions, lockEveryPage } from './security.ts';
import { onTrusted } from './trustedSender.ts';
import { openWindow } from './window.ts';

// The desktop's main process. It introduces page and engine to each other and sees no data itself.
const built = import.meta.dirname;
const launch = readLaunch(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd());
const developmentAddress = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
const address = developmentAddress ?? pageAddress;
const isOurs = (url: string): boolean => url.startsWith(address);

const files = createFilesToOpen();
let window: BrowserWindow | null = null;

function showWindow(): void {
  if (window === null) {
    window = openWindow({
      address,
      preload: join(built, '../preload/preload.cjs'),
      stateFile: join(app.getPath('userData'), 'window.json'),
    });
    window.once('closed', () => (window = null));
    return;
  }
  if (window.isMinimized()) window.restore();
  window.focus();
}

function startWorkbench(): void {
  for (const file of launch.files) app.addRecentDocument(file);
  const engine = keepEngine(join(built, 'engineHost.js'), {
    workspace: launch.workspace,
    host: 'desktop',
    roots: null,
    open: launch.files.length > 0 ? launch.files : files.take(),
  });
  app.once('will-quit', () => engine.stop());
  protocol.handle(pageScheme, ({ url }) => servePageFile(url, join(built, '../renderer')));
  denyPermissions(session.defaultSession);
  handleHostCalls(isOurs);
  onTrusted(channels.connectEngine, isOurs, ({ sender }) => engine.connect(sender));
  onTrusted(channels.readyForFiles, isOurs, ({ sender }) => files.deliverTo(sender));
  const act = (action: string): void => window?.webContents.send(channels.menu, action);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform: process.platform, act, forDevelopers: !app.isPackaged })));
  showWindow();
}

function main(): void {
  if (!app.requestSingleInstanceLock(launch)) return app.quit();
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  lockEveryPage(isOurs);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    files.add([path]);
    if (app.isReady()) showWindow();
  });
  app.on('second-instance', (_event, _argv, _folder, data) => {
    if (isLaunch(data)) files.add(data.files);
    showWindow();
  });
  app.on('activate', showWindow);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  void app.whenReady().then(startWorkbench);
}

main();
