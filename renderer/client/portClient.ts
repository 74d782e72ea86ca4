import { enginePortMessage, type DesktopBridge } from '#shared/bridge.ts';
import { createClient } from '#shared/transport/client.ts';
import { createReconnectingLink } from '#shared/transport/reconnectingLink.ts';
import { fromWebPort, type WebPort } from '#shared/transport/wirePort.ts';
import type { Connection } from './connection.ts';

/** In the desktop window the preload hands over a port straight to the engine, and a new one when it was started again. */
export function connectByPort(bridge: DesktopBridge): Connection {
  const link = createReconnectingLink();
  const listeners = new Set<() => void>();
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const [port] = event.ports;
    if (event.source !== window || event.data !== enginePortMessage || port === undefined) return;
    // The web's own type says more of its listeners than a port here may ask.
    link.attach(fromWebPort(port as unknown as WebPort));
    for (const listener of listeners) listener();
  });
  bridge.onEngine(({ state }) => {
    if (state === 'gone') link.detach();
  });
  bridge.connectEngine();
  return { client: createClient(link), onNewLine: (listener) => listeners.add(listener) };
}
