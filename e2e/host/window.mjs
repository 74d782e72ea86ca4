import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { pack, unpack } from './codec.mjs';
import { fromChromium, toChromium } from './chromium.mjs';
import { honest, notImplemented } from './honest.mjs';
import { pageScript } from './inPage.mjs';
import { RemotePorts } from './ports.mjs';

const bindingName = '__electronTestHost';
const all = new Set();

/** Set by the host once Chromium runs: gives a page, calls of the page go to `ipcMain`, new contents are announced. */
export const surroundings = { newPage: null, ipcMain: null, announce: null };

class WebContents extends EventEmitter {
  page = null;
  documentId = null;
  queue = [];
  wake = null;
  openHandler = null;
  /** The address the program itself asked for last; going elsewhere is the page's doing. */
  expected = null;
  destroyed = false;

  constructor(id) {
    super();
    this.id = id;
    this.remotePorts = new RemotePorts((message) => this.push({ ...message, ...(message.t === 'port' && { data: pack(message.data) }) }));
  }
  push(message) {
    this.queue.push(message);
    this.wake?.();
  }
  send(channel, ...args) {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
    this.push({ t: 'message', channel, args: pack(args), portIds: [] });
  }
  postMessage(channel, message, transfer = []) {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
    const portIds = transfer.map((port) => this.remotePorts.adopt(port));
    this.push({ t: 'message', channel, args: pack([message]), portIds });
    this.remotePorts.arrive(portIds);
  }
  setWindowOpenHandler(handler) {
    this.openHandler = handler;
  }
  getURL() {
    return this.page === null ? '' : fromChromium(this.page.url());
  }
  isDestroyed() {
    return this.destroyed;
  }
  /** A new document starts with nothing of what was meant for the one before. */
  beginDocument(documentId) {
    this.remotePorts.closeAll();
    if (this.documentId !== null) this.queue = [];
    this.documentId = documentId;
  }
  async fromPage(source, text) {
    const message = JSON.parse(text);
    if (message.documentId !== this.documentId) this.beginDocument(message.documentId);
    if (message.t === 'pull') return JSON.stringify(await this.pull(message.documentId));
    const isTop = source.frame === this.page.mainFrame();
    const frame = honest('senderFrame', { url: fromChromium(source.frame.url()), parent: isTop ? null : {} });
    return JSON.stringify((await this.handle(message, frame)) ?? null);
  }
  async pull(documentId) {
    while (this.queue.length === 0) await new Promise((resolve) => (this.wake = resolve));
    return documentId === this.documentId ? this.queue.splice(0) : [];
  }
  handle(message, senderFrame) {
    const { t, channel } = message;
    if (t === 'port' || t === 'portClose') {
      return this.remotePorts.fromRemote({ ...message, ...(t === 'port' && { data: unpack(message.data) }) });
    }
    if (t === 'open') return this.refuseWindow(fromChromium(message.url));
    const event = honest('IpcMainEvent', { sender: this.self, senderFrame, ports: [] });
    const args = unpack(message.args);
    if (t === 'invoke') return surroundings.ipcMain.answer(channel, event, args);
    surroundings.ipcMain.emit(channel, event, ...args);
    return null;
  }
  refuseWindow(url) {
    const answer = this.openHandler?.({ url }) ?? { action: 'allow' };
    if (answer.action !== 'deny') throw notImplemented('a second window by window.open');
    return null;
  }
  destroy() {
    this.destroyed = true;
    this.remotePorts.closeAll();
    this.emit('destroyed');
  }
}

let lastId = 0;

function createContents() {
  const contents = honest('WebContents', new WebContents(++lastId));
  contents.self = contents;
  surroundings.announce(contents);
  return contents;
}

function checkPreferences(preferences) {
  const { sandbox, contextIsolation, nodeIntegration } = preferences;
  if (sandbox !== true || contextIsolation !== true || nodeIntegration !== false) {
    throw new Error('electron test host: only sandboxed, isolated windows without Node are opened');
  }
}

export function contentsOf(page) {
  return [...all].find((window) => window.webContents.page === page)?.webContents ?? null;
}

class Window extends EventEmitter {
  constructor(options) {
    super();
    checkPreferences(options.webPreferences ?? {});
    this.options = options;
    this.bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    this.state = { visible: options.show !== false, maximised: false, minimised: false };
    this.webContents = createContents();
    this.opening = this.openPage();
  }
  async openPage() {
    const page = await surroundings.newPage();
    this.webContents.page = page;
    await page.exposeBinding(bindingName, (source, text) => this.webContents.fromPage(source, text));
    const { preload } = this.options.webPreferences;
    await page.addInitScript({ content: pageScript(bindingName, readFileSync(preload, 'utf8')) });
    // What the page does not ask for by script or link is closed unasked.
    page.on('popup', (popup) => void popup.close());
    page.on('request', (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) this.webContents.emit('did-start-loading');
    });
    page.on('close', () => this.webContents.destroy());
    return page;
  }
  async loadURL(address) {
    const page = await this.opening;
    this.webContents.expected = toChromium(address);
    await page.goto(this.webContents.expected);
    this.emit('ready-to-show');
  }
  show() {
    this.state.visible = true;
  }
  isVisible() {
    return this.state.visible;
  }
  focus() {}
  maximize() {
    this.state.maximised = true;
  }
  isMaximized() {
    return this.state.maximised;
  }
  minimize() {
    this.state.minimised = true;
  }
  isMinimized() {
    return this.state.minimised;
  }
  restore() {
    this.state.minimised = false;
  }
  getNormalBounds() {
    return { ...this.bounds };
  }
  setBounds(bounds) {
    Object.assign(this.bounds, bounds);
  }
  close() {
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    if (prevented || !all.delete(this.self)) return;
    this.gone = this.opening.then((page) => page.close());
    this.emit('closed');
  }
}

export class BrowserWindow {
  constructor(options) {
    const window = new Window(options);
    window.self = honest('BrowserWindow', window);
    all.add(window.self);
    return window.self;
  }
  static getAllWindows() {
    return [...all];
  }
  static fromWebContents(contents) {
    return [...all].find((window) => window.webContents === contents) ?? null;
  }
}
