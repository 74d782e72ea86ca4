import { pack, unpack } from './codec.mjs';

/**
 * Runs before every script of a page: gives the preload what Electron would, inside a function, so that the page
 * sees nothing of it. The real isolated world it is not.
 */
function install(bindingName, pack, unpack, preload) {
  if (window !== window.top) return;
  const toHost = window[bindingName];
  delete window[bindingName];
  const documentId = `${Date.now()} ${Math.random()}`;
  const tell = async (message) => JSON.parse(await toHost(JSON.stringify({ ...message, documentId })));

  const honest = (name, target) =>
    new Proxy(target, {
      get: (object, key) => {
        if (key in object || typeof key === 'symbol' || key === 'then') return object[key];
        throw new Error(`electron test host: ${name}.${key} is not implemented`);
      },
    });

  const listeners = new Map();
  const ports = new Map();
  const droppedPaths = new Map();

  const openPort = (id) => {
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = ({ data }) => void tell({ t: 'port', id, data: pack(data) });
    port2.addEventListener('close', () => {
      if (ports.delete(id)) void tell({ t: 'portClose', id });
    });
    ports.set(id, port2);
    return port1;
  };
  const receive = (message) => {
    const { t, id, channel } = message;
    if (t === 'message') {
      const event = { sender: ipcRenderer, ports: message.portIds.map(openPort) };
      for (const listener of listeners.get(channel) ?? []) listener(event, ...unpack(message.args));
    } else if (t === 'port') {
      ports.get(id)?.postMessage(unpack(message.data));
    } else if (t === 'portClose') {
      const port = ports.get(id);
      ports.delete(id);
      port?.close();
    } else if (t === 'files') {
      for (const [name, path] of Object.entries(message.paths)) droppedPaths.set(name, path);
    }
  };
  const pull = async () => {
    for (;;) for (const message of await tell({ t: 'pull' })) receive(message);
  };

  const ipcRenderer = honest('ipcRenderer', {
    on: (channel, listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    removeListener: (channel, listener) => {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((each) => each !== listener),
      );
      return ipcRenderer;
    },
    send: (channel, ...args) => void tell({ t: 'send', channel, args: pack(args) }),
    invoke: async (channel, ...args) => {
      const answer = await tell({ t: 'invoke', channel, args: pack(args) });
      if ('error' in answer) throw new Error(`Error invoking remote method '${channel}': ${answer.error}`);
      return unpack(answer.value);
    },
  });

  /** What crosses the bridge is copied; functions are wrapped; of errors only the message is left. */
  const cross = (value) => {
    if (typeof value === 'function') {
      return (...args) => {
        try {
          return cross(value(...args.map(cross)));
        } catch (error) {
          throw crossFailure(error);
        }
      };
    }
    if (value instanceof Promise) return value.then(cross, (error) => Promise.reject(crossFailure(error)));
    if (value === null || typeof value !== 'object' || value instanceof Blob) return value;
    if (Array.isArray(value)) return Object.freeze(value.map(cross));
    if (value instanceof Error) return new Error(value.message);
    if (![Object.prototype, null].includes(Object.getPrototypeOf(value))) return structuredClone(value);
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, child]) => [key, cross(child)])));
  };
  const crossFailure = (error) => (error instanceof Error ? new Error(error.message) : cross(error));

  const electron = honest('electron (preload)', {
    ipcRenderer,
    contextBridge: honest('contextBridge', {
      exposeInMainWorld: (key, api) =>
        Object.defineProperty(window, key, { value: cross(api), enumerable: true, writable: false, configurable: false }),
    }),
    webUtils: honest('webUtils', {
      // A real File keeps its path from us; the test tells it beforehand.
      getPathForFile: (file) => {
        if (!(file instanceof File)) throw new TypeError('getPathForFile expects a File');
        return droppedPaths.get(file.name) ?? '';
      },
    }),
  });
  const require = (name) => {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name}`); // as in a sandboxed preload
  };
  // Two debuggers cannot both stop a real popup before it loads, so the page is stopped from asking for one.
  const askForWindow = (url) => void tell({ t: 'open', url: new URL(url, location.href).href });
  window.open = (url = 'about:blank') => {
    askForWindow(url);
    return null;
  };
  window.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[target="_blank"]') : null;
    if (link === null || event.defaultPrevented) return;
    event.preventDefault();
    askForWindow(link.href);
  });
  void pull();
  const module = { exports: {} };
  preload(require, module, module.exports, undefined);
}

/** The source of the script to run first in a page; the preload is part of it, since the page's policy forbids eval. */
export function pageScript(bindingName, preload) {
  const asFunction = `function (require, module, exports, process) {\n${preload}\n}`;
  return `(${install})(${JSON.stringify(bindingName)}, ${pack}, ${unpack}, ${asFunction})`;
}
