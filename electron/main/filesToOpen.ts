import { app, type WebContents } from 'electron';
import { channels } from '#shared/bridge.ts';

/** Holds files the system asked to open until the page is there to take them. */
export interface FilesToOpen {
  add(files: readonly string[]): void;
  /** Gives what waits, for the engine to choose as it starts. */
  take(): readonly string[];
  /** The page listens now. */
  deliverTo(contents: WebContents): void;
}

export function createFilesToOpen(): FilesToOpen {
  const waiting: string[] = [];
  let page: WebContents | null = null;
  const deliver = (): void => {
    if (page === null || page.isDestroyed() || waiting.length === 0) return;
    page.send(channels.openFiles, waiting.splice(0));
  };
  return {
    add: (files) => {
      if (app.isReady()) for (const file of files) app.addRecentDocument(file);
      waiting.push(...files);
      deliver();
    },
    take: () => waiting.splice(0),
    deliverTo: (contents) => {
      page = contents;
      // A page that is loaded anew says again when it listens.
      contents.once('did-start-loading', () => {
        if (page === contents) page = null;
      });
      deliver();
    },
  };
}
