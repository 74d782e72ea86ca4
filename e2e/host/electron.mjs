import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fromChromium, isLoopback, launchChromium, schemeOf } from './chromium.mjs';
import { pack } from './codec.mjs';
import { honest, notImplemented } from './honest.mjs';
import { menu } from './menu.mjs';
import { MessageChannelMain, RemotePorts } from './ports.mjs';
import { BrowserWindow, contentsOf, surroundings } from './window.mjs';

// Stands in for `electron` in the main process. Everything of a run lies in one folder, given by the test.
const folder = process.env['ELECTRON_TEST_HOST_FOLDER'];
if (!folder) throw new Error('electron test host: ELECTRON_TEST_HOST_FOLDER names no folder');
process.defaultApp = true;

const recorded = [];
const record =
  (name, answer) =>
  (...args) => {
    recorded.push({ name, args });
    return answer;
  };

let chromium = null;
let firstPage = null;
let isReady = false;
let isQuitting = false;

class App extends EventEmitter {
  isPackaged = false;
  name = 'driftglass';
  isReady() {
    return isReady;
  }
  whenReady() {
    return ready;
  }
  requestSingleInstanceLock(data) {
    recorded.push({ name: 'app.requestSingleInstanceLock', args: [data] });
    return true;
  }
  getPath(name) {
    const path = join(folder, name);
    mkdirSync(path, { recursive: true });
    return path;
  }
  addRecentDocument(path) {
    recorded.push({ name: 'app.addRecentDocument', args: [path] });
  }
  quit() {
    void quit();
  }
}

export const app = honest('app', new App());

async function quit() {
  if (isQuitting) return;
  isQuitting = true;
  app.emit('before-quit', {});
  const windows = BrowserWindow.getAllWindows();
  for (const window of windows) window.close();
  await Promise.all(windows.map((window) => window.gone));
  app.emit('will-quit', {});
  await chromium?.context.close();
  app.emit('quit', {}, 0);
  process.exit(0);
}

class IpcMain extends EventEmitter {
  handlers = new Map();
  handle(channel, handler) {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }
  /** Electron's answer to ipcRenderer.invoke. */
  async answer(channel, event, args) {
    const handler = this.handlers.get(channel);
    if (handler === undefined) return { error: `Error: No handler registered for '${channel}'` };
    try {
      return { value: pack(await handler(event, ...args)) };
    } catch (error) {
      return { error: String(error) };
    }
  }
}

export const ipcMain = honest('ipcMain', new IpcMain());

const schemes = new Map();
export const protocol = honest('protocol', {
  registerSchemesAsPrivileged: record('protocol.registerSchemesAsPrivileged'),
  handle: (scheme, handler) => schemes.set(scheme, handler),
});

export const session = honest('session', {
  defaultSession: honest('Session', {
    permissionRequestHandler: null,
    permissionCheckHandler: null,
    setPermissionRequestHandler(handler) {
      this.permissionRequestHandler = handler;
    },
    setPermissionCheckHandler(handler) {
      this.permissionCheckHandler = handler;
      if (handler(null, 'clipboard-sanitized-write', '', {})) void chromium.context.grantPermissions(['clipboard-write']);
    },
  }),
});

const unanswered = (name) => () => Promise.reject(notImplemented(`${name} without an answer from the test`));
export const dialog = honest('dialog', {
  showOpenDialog: unanswered('dialog.showOpenDialog'),
  showSaveDialog: unanswered('dialog.showSaveDialog'),
});

export const shell = honest('shell', {
  openExternal: record('shell.openExternal', Promise.resolve()),
  showItemInFolder: record('shell.showItemInFolder'),
});

export const Menu = menu;
export { BrowserWindow, MessageChannelMain };

const display = { workArea: { x: 0, y: 0, width: 1920, height: 1080 } };
export const screen = honest('screen', { getAllDisplays: () => [display], getPrimaryDisplay: () => display });
export const nativeTheme = honest('nativeTheme', { shouldUseDarkColors: false });

class UtilityProcess extends EventEmitter {
  constructor(program, args, { env, serviceName: _ }) {
    super();
    const execArgv = ['--import', new URL('./utility.mjs', import.meta.url).href];
    this.child = fork(program, args, { env, execArgv, serialization: 'advanced' });
    this.remotePorts = new RemotePorts((message) => this.toChild(message));
    this.child.on('spawn', () => this.emit('spawn'));
    this.child.on('message', (message) => this.fromChild(message));
    this.child.on('exit', (code, signal) => {
      this.remotePorts.closeAll();
      this.emit('exit', code ?? constants.signals[signal]);
    });
  }
  get pid() {
    return this.child.pid;
  }
  toChild(message) {
    if (this.child.connected) this.child.send(message, () => undefined);
  }
  fromChild(message) {
    if (message.t === 'message') this.emit('message', message.data);
    else this.remotePorts.fromRemote(message);
  }
  postMessage(data, transfer = []) {
    const portIds = transfer.map((port) => this.remotePorts.adopt(port));
    this.toChild({ t: 'message', data, portIds });
    this.remotePorts.arrive(portIds);
  }
  kill() {
    return this.child.kill();
  }
}

const children = [];
export const utilityProcess = honest('utilityProcess', {
  fork: (program, args = [], options = {}) => {
    const child = honest('UtilityProcess', new UtilityProcess(program, args, options));
    children.push(child);
    return child;
  },
});

/** Whether the page may go there; the program is asked as Electron would ask it. */
function mayNavigate(contents, url) {
  if (contents.expected === url || contents.page.url() === url) return true;
  let prevented = false;
  contents.emit('will-navigate', { url: fromChromium(url), preventDefault: () => (prevented = true) });
  return !prevented;
}

async function fulfil(route, scheme) {
  const request = route.request();
  const address = fromChromium(request.url());
  const response = await schemes.get(scheme)(new Request(address, { method: request.method(), headers: request.headers() }));
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

/** A window that is only being opened has no frame yet: asking for it throws. */
function frameOf(request) {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

const isTopFrame = (request) => (frameOf(request)?.parentFrame() ?? null) === null;
const pageOf = (request) => frameOf(request)?.page() ?? null;

/** Nothing leaves this machine: a request is for the program's own schemes, for loopback, or refused. */
async function onRoute(route) {
  const request = route.request();
  const url = request.url();
  if (request.isNavigationRequest() && isTopFrame(request)) {
    const contents = contentsOf(pageOf(request));
    // A window opened by the page: it gets an empty document and is closed once the program was asked.
    if (contents === null) return route.fulfill({ contentType: 'text/html', body: '' });
    if (!mayNavigate(contents, url)) return route.abort('aborted');
  }
  const scheme = schemeOf(url);
  if (schemes.has(scheme)) return fulfil(route, scheme);
  if (isLoopback(url)) return route.continue();
  recorded.push({ name: 'network', args: [url] });
  return route.abort('blockedbyclient');
}

async function start() {
  chromium = await launchChromium(join(folder, 'chromium'));
  firstPage = chromium.context.pages()[0] ?? null;
  await chromium.context.route('**/*', onRoute);
  isReady = true;
  app.emit('ready', {});
  process.send?.({ t: 'ready', address: chromium.address });
}

surroundings.ipcMain = ipcMain;
surroundings.announce = (contents) => app.emit('web-contents-created', {}, contents);
surroundings.newPage = async () => {
  const page = firstPage ?? (await chromium.context.newPage());
  firstPage = null;
  return page;
};

// The program adds its listeners while it is loaded; Electron, too, is ready only after that.
const ready = new Promise((resolve, reject) => setImmediate(() => start().then(resolve, reject)));

/** For the test, through `evaluate`: what was recorded, and things only a stand-in can do. */
const testHost = honest('testHost', {
  recorded,
  children,
  /** Paths of files about to be dropped, by name. */
  knowFiles: (paths) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.push({ t: 'files', paths });
  },
});

const everything = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
  testHost,
  utilityProcess,
};

process.on('message', async ({ t, id, source, arg }) => {
  if (t === 'quit') return quit();
  try {
    const value = await (0, eval)(`(${source})`)(everything, arg);
    process.send({ t: 'answer', id, value: JSON.stringify(value) ?? null });
  } catch (error) {
    process.send({ t: 'answer', id, error: String(error?.stack ?? error) });
  }
});
process.once('disconnect', () => void quit());
process.once('SIGTERM', () => void quit());
