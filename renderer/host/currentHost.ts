import type { Host } from '#shared/host.ts';
import { browserHost } from './browserHost.ts';
import { desktopBridge } from './desktopBridge.ts';
import { electronHost } from './electronHost.ts';

const bridge = desktopBridge();

/** The host of this window. */
export const host: Host = bridge === null ? browserHost() : electronHost(bridge);
