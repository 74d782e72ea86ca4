/** How a host starts the engine's process; given to it as JSON in its first argument. */
export interface EngineProcessOptions {
  /** null: the usual folder of this system. */
  readonly workspace: string | null;
  readonly host: 'desktop' | 'browser' | 'test';
  readonly roots: readonly string[] | null;
  /** Data sets to choose when the engine starts: reference and current, or one for the place that is free. */
  readonly open: readonly string[];
}

/** Queries hold threads of this pool while they run; with the usual four, reading files would wait for them. */
export const engineEnvironment = { UV_THREADPOOL_SIZE: '8' } as const;
