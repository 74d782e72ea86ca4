import type { Engine } from '#engine/index.ts';

interface TerminalEngine {
  readonly workspace: string | null;
  readonly clock?: () => Date;
}

/** Starts an engine for one command. It is loaded only now, so that help and mistakes answer at once. */
export async function withEngine<T>(options: TerminalEngine, work: (engine: Engine) => Promise<T>): Promise<T> {
  const { createEngine } = await import('#engine/index.ts');
  const engine = createEngine({ ...options, host: 'terminal', roots: null });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}
