import { createClient } from '#shared/transport/client.ts';
import { createHttpLink } from '#shared/transport/link.ts';
import type { Connection } from './connection.ts';

/** In a browser the page's own server leads to the engine. */
export function connectByHttp(): Connection {
  const link = createHttpLink({ url: new URL('/rpc', window.location.href).href });
  return { client: createClient(link), onNewLine: () => undefined };
}
