import type { DesktopBridge } from '#shared/bridge.ts';

declare global {
  interface Window {
    /** Present in the desktop window only. */
    readonly driftglass?: DesktopBridge;
  }
}

export function desktopBridge(): DesktopBridge | null {
  return window.driftglass ?? null;
}
