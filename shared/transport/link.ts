import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { AppError } from '../errors/AppError.ts';
import { toCarrierPort } from './carrierPort.ts';
import type { WirePort } from './wirePort.ts';

/** Carries one call to the other side. A job answers with its progress events, and its output at their end. */
export interface Link {
  call(path: readonly string[], input: unknown, signal: AbortSignal | undefined): Promise<unknown>;
}

export interface ClosableLink extends Link {
  close(): void;
}

function engineGone(): AppError {
  return new AppError('E_ENGINE_GONE', 'The engine stopped in the middle of the work.');
}

/** Calls over a port. When the port closes every waiting call is rejected, and so is every later one. */
export function createPortLink(port: WirePort): ClosableLink {
  let gone = false;
  let rejectAll = (): void => undefined;
  const link = new PortLink({
    // The carrier is told of the end by `leave`, which may come before the port closes.
    port: { ...toCarrierPort(port), onDisconnect: { addListener: (listener) => (rejectAll = listener) } },
  });
  const leave = (): void => {
    if (gone) return;
    gone = true;
    rejectAll();
  };
  port.onClose(leave);
  return {
    call: async (path, input, signal) => {
      if (gone) throw engineGone();
      return link.call(path, input, { context: {}, signal });
    },
    close: () => {
      leave();
      port.close();
    },
  };
}

export interface HttpLinkOptions {
  /** Address of the operations, for example http://127.0.0.1:4400/rpc. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls over HTTP, to the server of the workbench. */
export function createHttpLink(options: HttpLinkOptions): Link {
  const link = new FetchLink({ url: options.url, headers: { ...options.headers } });
  return {
    call: (path, input, signal) => link.call(path, input, { context: {}, signal }),
  };
}
