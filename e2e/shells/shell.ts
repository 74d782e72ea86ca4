import type { Locator, Page } from '@playwright/test';

export type HostKind = 'browser' | 'host' | 'electron';

/** Runs a function in the main process, with what `electron` exports, as Playwright's ElectronApplication does. */
export interface Desktop {
  evaluate<R, A>(work: (electron: never, arg: A) => R | Promise<R>, arg: A): Promise<R>;
}

/** A running workbench, whichever host it has. What differs between hosts is here; the specs do not know them. */
export interface Shell {
  readonly page: Page;
  /** Null in a browser. */
  readonly desktop: Desktop | null;
  /** Folder of the workspace on disk. */
  readonly workspace: string;
  engineProcessId(): Promise<number>;
  /** Does something that opens a file dialog, and answers it. */
  chooseFiles(open: () => Promise<void>, paths: readonly string[]): Promise<void>;
  /** Does something that saves a file, and gives the file. */
  saveFile(save: () => Promise<void>): Promise<string>;
  drop(target: Locator, paths: readonly string[]): Promise<void>;
  /** Loads the page anew at an address within it, such as `#/home`; without one, as when it is first opened. */
  open(address?: string): Promise<void>;
  close(): Promise<void>;
}
