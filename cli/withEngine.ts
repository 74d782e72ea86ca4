import type { Engine } from '#engine/index.ts';

interface TerminalEngine {
  readonly workspace: string | null;
  /** The workspace whose registered models may be named; usually `workspace`, else that of the workbench. */
  readonly modelsOf?: string | undefined;
  readonly clock?: () => Date;
}

/** Starts an engine for one command. It is loaded only now, so that help and mistakes answer at once. */
export async function withEngine<T>(options: TerminalEngine, work: (engine: Engine) => Promise<T>): Promise<T> {
  const { createEngine, defaultWorkspaceFolder } = await import('#engine/index.ts');
  const modelsOf = options.workspace ?? options.modelsOf ?? defaultWorkspaceFolder();
  const engine = createEngine({ ...options, modelsOf, host: 'terminal', roots: null });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}
