import { RPCHandler } from '@orpc/server/message-port';
import type { WireRouter } from './router.ts';
import type { WirePort } from './wirePort.ts';

/** Answers on one end of a port what `createPortLink` calls on the other. */
export function servePort(port: WirePort, router: WireRouter): void {
  new RPCHandler(router).upgrade(
    {
      postMessage: (message: string) => port.send(message),
      onMessage: { addListener: (listener: (message: string) => void) => port.onMessage(listener) },
      onDisconnect: { addListener: (listener: () => void) => port.onClose(listener) },
    },
    { context: {} },
  );
}
