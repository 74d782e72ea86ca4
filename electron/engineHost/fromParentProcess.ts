import process from 'node:process';
import type { WirePort } from '#shared/transport/wirePort.ts';

/** The line to the process that forked this one. */
export function fromParentProcess(): WirePort {
  return {
    send: (message) => {
      if (process.connected) process.send?.(message);
    },
    onMessage: (listener) => process.on('message', (message) => listener(String(message))),
    onClose: (listener) => process.once('disconnect', listener),
    close: () => process.disconnect(),
  };
}
