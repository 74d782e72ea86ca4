import type { Client } from '#shared/contract/index.ts';

/** The road to the engine, whichever wire it takes. */
export interface Connection {
  readonly client: Client;
  /** There is a new line to the engine, so it may be a new engine. */
  onNewLine(listener: () => void): void;
}
