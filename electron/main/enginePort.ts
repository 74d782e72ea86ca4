import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron';
import { channels, type EngineState } from '#shared/bridge.ts';
import { createRestartDelay } from '#shared/lib/restartDelay.ts';
import { engineEnvironment, type EngineProcessOptions } from '#shared/transport/engineProcessOptions.ts';

export interface EngineKeeper {
  /** Gives the page a port straight to the engine, now and after every restart. */
  connect(contents: WebContents): void;
  stop(): void;
}

/** Runs the engine in a utility process, introduces pages to it, and starts it again when it dies. */
export function keepEngine(program: string, options: EngineProcessOptions): EngineKeeper {
  const pages = new Set<WebContents>();
  const restartDelay = createRestartDelay();
  let state: EngineState = { state: 'starting', message: '' };
  let stopped = false;
  let child = start(options);

  function tell(next: EngineState): void {
    state = next;
    for (const page of pages) page.send(channels.engineState, state);
  }

  function introduce(page: WebContents): void {
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage(null, [port1]);
    page.postMessage(channels.enginePort, null, [port2]);
  }

  function start(wanted: EngineProcessOptions): UtilityProcess {
    const env = { ...process.env, ...engineEnvironment };
    const next = utilityProcess.fork(program, [JSON.stringify(wanted)], { serviceName: 'Driftglass engine', env });
    next.once('spawn', () => tell({ state: 'ready', message: '' }));
    next.once('exit', (code) => {
      if (stopped) return;
      tell({ state: 'gone', message: `The engine stopped (code ${code}) and is being started again.` });
      setTimeout(restart, restartDelay());
    });
    return next;
  }

  function restart(): void {
    if (stopped) return;
    child = start({ ...options, open: [] });
    tell({ state: 'starting', message: '' });
    for (const page of pages) introduce(page);
  }

  return {
    connect: (page) => {
      if (!pages.has(page)) page.once('destroyed', () => pages.delete(page));
      pages.add(page);
      page.send(channels.engineState, state);
      introduce(page);
    },
    stop: () => {
      stopped = true;
      child.kill();
    },
  };
}
