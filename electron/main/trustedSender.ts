import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron';
import { AppError, toWire, type WireError } from '#shared/errors/AppError.ts';

/** What crosses to the page: Electron itself would keep only the message of an error. */
export type Answer = { readonly value: unknown } | { readonly error: WireError };

export type IsOurs = (address: string) => boolean;

function isTrusted(event: IpcMainEvent | IpcMainInvokeEvent, isOurs: IsOurs): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isOurs(frame.url);
}

/** Answers a call of our own page's top frame; of nobody else. */
export function handleTrusted(channel: string, isOurs: IsOurs, handler: (event: IpcMainInvokeEvent, input: unknown) => unknown): void {
  ipcMain.handle(channel, async (event, input: unknown): Promise<Answer> => {
    try {
      if (!isTrusted(event, isOurs)) throw new AppError('E_UNAUTHORISED', 'Only the workbench itself may ask for this.');
      return { value: await handler(event, input) };
    } catch (error) {
      return { error: toWire(error) };
    }
  });
}

/** Hears a message of our own page's top frame; of nobody else. */
export function onTrusted(channel: string, isOurs: IsOurs, listener: (event: IpcMainEvent) => void): void {
  ipcMain.on(channel, (event) => {
    if (isTrusted(event, isOurs)) listener(event);
  });
}
