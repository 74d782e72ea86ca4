import { connect } from './connect.ts';

/** The one connection of this window. */
export const { client, onNewLine } = connect();
