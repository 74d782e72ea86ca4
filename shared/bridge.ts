import type { Host } from './host.ts';

/** How the engine's process is doing, as the desktop window hears it. */
export interface EngineState {
  readonly state: 'starting' | 'ready' | 'gone';
  /** What to tell a person; empty when there is nothing to tell. */
  readonly message: string;
}

/**
 * What the desktop puts into the window as `window.driftglass`. Each time the engine is started the window also
 * gets a message event whose data is `enginePortMessage` and whose first port leads straight to the engine.
 * Calls that fail reject with a plain WireError: errors with a code cannot cross into the page (use `fromWire`).
 */
export interface DesktopBridge extends Host {
  readonly kind: 'desktop';
  /** Called after `connectEngine` and then at every change. Returns a function that stops listening. */
  onEngine(listener: (state: EngineState) => void): () => void;
  /** Asks for a port to the engine. Call it once, after listening for `enginePortMessage`. */
  connectEngine(): void;
}

export const enginePortMessage = 'driftglass:engine-port';

/** Names of the messages between window and main process. */
export const channels = {
  pickData: 'host:pick-data',
  saveReport: 'host:save-report',
  openLink: 'host:open-link',
  reveal: 'host:reveal',
  connectEngine: 'engine:connect',
  enginePort: 'engine:port',
  engineState: 'engine:state',
  openFiles: 'files:open',
  readyForFiles: 'files:ready',
  menu: 'menu:action',
} as const;
