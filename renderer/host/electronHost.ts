import type { DesktopBridge } from '#shared/bridge.ts';
import type { Host } from '#shared/host.ts';

/** The desktop window: the preload offers everything a host must. */
export function electronHost(bridge: DesktopBridge): Host {
  return {
    kind: 'desktop',
    pickData: (options) => bridge.pickData(options),
    pathsOf: (files) => bridge.pathsOf(files),
    saveReport: (report) => bridge.saveReport(report),
    openLink: (url) => bridge.openLink(url),
    reveal: (path) => bridge.reveal(path),
    onOpenFiles: (listener) => bridge.onOpenFiles(listener),
    onMenu: (listener) => bridge.onMenu(listener),
  };
}
