import process from 'node:process';
import type { WirePort } from '#shared/transport/wirePort.ts';

/** The line to the process that forked this one. */
export function fromParentProcess(): WirePort {
  return {
    send: (message) => {
      // The parent may go while this is on its way; `onClose` tells that.
      if (process.connected) process.send?.(message, () => undefined);
    },
    onMessage: (listener) => process.on('message', (message) => listener(message as string)),
    onClose: (listener) => process.once('disconnect', listener),
    close: () => process.disconnect(),
  };
}
