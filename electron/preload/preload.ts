import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { channels, enginePortMessage, type DesktopBridge } from '#shared/bridge.ts';

type Answer = { readonly value: unknown } | { readonly error: unknown };

/** Asks the main process. A failure is thrown as plain data, since errors lose their code on the way to the page. */
async function ask<T>(channel: string, input: unknown): Promise<T> {
  const answer = (await ipcRenderer.invoke(channel, input)) as Answer;
  if ('error' in answer) throw answer.error;
  return answer.value as T;
}

function listen<T>(channel: string, listener: (value: T) => void): () => void {
  const forward = (_event: IpcRendererEvent, value: T): void => listener(value);
  ipcRenderer.on(channel, forward);
  return () => ipcRenderer.removeListener(channel, forward);
}

// A port cannot cross the bridge, so it is handed over as a message of the window.
ipcRenderer.on(channels.enginePort, (event) => window.postMessage(enginePortMessage, '*', [...event.ports]));

const bridge: DesktopBridge = {
  kind: 'desktop',
  pickData: (options) => ask(channels.pickData, options),
  pathsOf: async (files) => files.map((file) => webUtils.getPathForFile(file as File)).filter((path) => path !== ''),
  saveReport: ({ fileName, content }) => ask(channels.saveReport, { fileName, content }),
  openLink: (url) => ask(channels.openLink, url),
  reveal: (path) => ask(channels.reveal, path),
  onOpenFiles: (listener) => {
    const stop = listen<string[]>(channels.openFiles, listener);
    ipcRenderer.send(channels.readyForFiles);
    return stop;
  },
  onMenu: (listener) => listen(channels.menu, listener),
  onEngine: (listener) => listen(channels.engineState, listener),
  connectEngine: () => ipcRenderer.send(channels.connectEngine),
};

contextBridge.exposeInMainWorld('driftglass', bridge);
