import type { Api } from '#shared/contract/index.ts';

/** How to start an engine. */
export interface EngineOptions {
  /** Folder of the workspace; null keeps nothing on disk (terminal, tests). */
  readonly workspace: string | null;
  readonly host: 'desktop' | 'browser' | 'terminal' | 'test';
  /** Folders that files may be read from and written to; null allows any path this user may open. */
  readonly roots: readonly string[] | null;
  /** The clock of reports, for repeatable output. */
  readonly clock?: () => Date;
}

/** The engine as its hosts see it. */
export interface Engine {
  readonly api: Api;
  close(): Promise<void>;
}
