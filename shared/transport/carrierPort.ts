import type { WirePort } from './wirePort.ts';

/** The shape of port that oRPC takes. */
export interface CarrierPort {
  postMessage(message: string): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/**
 * Given text, oRPC 1.16 decodes each message on its own and lets a cancel overtake the call it belongs to when both
 * arrive in one turn; the call would then run on with nobody waiting. Objects it takes in order, so they are parsed here.
 */
export function toCarrierPort(port: WirePort): CarrierPort {
  return {
    postMessage: (message) => port.send(message),
    onMessage: { addListener: (listener) => port.onMessage((message) => listener(JSON.parse(message))) },
    onDisconnect: { addListener: (listener) => port.onClose(listener) },
  };
}
