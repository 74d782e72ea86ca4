import type { Client } from '#shared/contract/index.ts';
import { connect } from './connect.ts';

const connected = connect();

/** The one connection of this window. */
export const client: Client = connected.client;
export const { onNewLine } = connected;
