import { desktopBridge } from '../host/desktopBridge.ts';
import type { Connection } from './connection.ts';
import { connectByHttp } from './httpClient.ts';
import { connectByPort } from './portClient.ts';

export function connect(): Connection {
  const bridge = desktopBridge();
  return bridge === null ? connectByHttp() : connectByPort(bridge);
}
