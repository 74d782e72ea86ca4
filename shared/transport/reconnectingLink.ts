import { AppError } from '../errors/AppError.ts';
import { createPortLink, type ClosableLink } from './link.ts';
import type { WirePort } from './wirePort.ts';

/** A link whose far end may be replaced: calls made while there is none wait for the next. */
export interface ReconnectingLink extends ClosableLink {
  /** Goes on with this port. Calls still waiting on the one before are rejected with E_ENGINE_GONE. */
  attach(port: WirePort): void;
  /** The far end is gone; calls from now on wait for the next port. */
  detach(): void;
  /** There will be no next port: all calls, waiting or later, are rejected with E_ENGINE_GONE. */
  close(): void;
}

interface Waiting {
  readonly resolve: (link: ClosableLink) => void;
  readonly reject: (reason: unknown) => void;
}

export function createReconnectingLink(): ReconnectingLink {
  let link: ClosableLink | null = null;
  let closed = false;
  const waiting = new Set<Waiting>();

  const nextLink = (signal: AbortSignal | undefined): Promise<ClosableLink> =>
    new Promise((resolve, reject) => {
      const entry = { resolve, reject };
      waiting.add(entry);
      signal?.addEventListener('abort', () => {
        waiting.delete(entry);
        reject(signal.reason);
      });
    });
  const detach = (): void => {
    const last = link;
    link = null;
    last?.close();
  };
  const attach = (port: WirePort): void => {
    detach();
    const next = createPortLink(port);
    link = next;
    port.onClose(() => {
      if (link === next) link = null;
    });
    for (const { resolve } of waiting) resolve(next);
    waiting.clear();
  };
  const close = (): void => {
    closed = true;
    detach();
    for (const { reject } of waiting) reject(engineStopped());
    waiting.clear();
  };
  return {
    attach,
    detach,
    close,
    call: async (path, input, signal) => {
      if (closed) throw engineStopped();
      if (signal?.aborted) throw signal.reason;
      return (link ?? (await nextLink(signal))).call(path, input, signal);
    },
  };
}

function engineStopped(): AppError {
  return new AppError('E_ENGINE_GONE', 'The engine is not running.');
}
