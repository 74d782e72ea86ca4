import { RPCHandler } from '@orpc/server/message-port';
import { toCarrierPort } from './carrierPort.ts';
import type { WireRouter } from './router.ts';
import type { WirePort } from './wirePort.ts';

/** Answers on one end of a port what `createPortLink` calls on the other. */
export function servePort(port: WirePort, router: WireRouter): void {
  new RPCHandler(router).upgrade(toCarrierPort(port), { context: {} });
}
