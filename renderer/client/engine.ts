import { connect } from './connect.ts';
import type { Connection } from './connection.ts';

const connection: Connection = connect();

/** The one connection of this window. */
export const client: Connection['client'] = connection.client;
export const onNewLine: Connection['onNewLine'] = connection.onNewLine;
