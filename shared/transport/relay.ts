import type { Api, Client } from '../contract/index.ts';
import type { CallOptions, ClientOf, Contract, HandlersOf } from '../contract/operation.ts';

type AnyCall = (input: unknown, options: CallOptions) => Promise<unknown>;

/** An api that passes every call on to a client, with its signal and progress. */
export function relayOf<C extends Contract>(client: ClientOf<C>): HandlersOf<C> {
  const subjects = Object.entries(client as Record<string, Record<string, AnyCall>>).map(([subject, calls]) => {
    const handlers = Object.entries(calls).map(([name, call]) => {
      const handler = (input: unknown, context: { signal: AbortSignal; progress: CallOptions['onProgress'] }) =>
        call(input, { signal: context.signal, onProgress: context.progress });
      return [name, handler] as const;
    });
    return [subject, Object.fromEntries(handlers)] as const;
  });
  return Object.fromEntries(subjects) as unknown as HandlersOf<C>;
}

export function relay(client: Client): Api {
  return relayOf(client);
}
