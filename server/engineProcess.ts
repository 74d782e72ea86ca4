import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Client } from '#shared/contract/index.ts';
import { createRestartDelay } from '#shared/lib/restartDelay.ts';
import { createClient } from '#shared/transport/client.ts';
import { engineEnvironment, type EngineProcessOptions } from '#shared/transport/engineProcessOptions.ts';
import { createReconnectingLink } from '#shared/transport/reconnectingLink.ts';
import type { WirePort } from '#shared/transport/wirePort.ts';

export interface EngineProcess {
  readonly client: Client;
  /** Of the process that runs now. */
  readonly processId: number | undefined;
  stop(): Promise<void>;
}

export interface EngineProcessParts {
  /** The built program of the engine. */
  readonly program: string;
  readonly options: EngineProcessOptions;
  /** The process ended by itself and is being started again. */
  readonly onLost?: (why: string) => void;
}

function fromChild(child: ChildProcess): WirePort {
  return {
    send: (message) => {
      if (child.connected) child.send(message, () => undefined);
    },
    onMessage: (listener) => child.on('message', (message) => listener(message as string)),
    onClose: (listener) => child.once('exit', listener),
    close: () => {
      if (child.connected) child.disconnect();
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  if (child.connected) child.disconnect();
  const patience = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await exited;
  clearTimeout(patience);
}

/** Runs the engine in a child process and starts it again when it dies. */
export function startEngineProcess({ program, options, onLost }: EngineProcessParts): EngineProcess {
  const link = createReconnectingLink();
  const restartDelay = createRestartDelay();
  let stopped = false;
  let child = start(options);

  function start(wanted: EngineProcessOptions): ChildProcess {
    const next = fork(program, [JSON.stringify(wanted)], { env: { ...process.env, ...engineEnvironment } });
    link.attach(fromChild(next));
    next.once('exit', (code, signal) => {
      if (stopped) return;
      onLost?.(signal === null ? `it ended with code ${code}` : `it was ended by ${signal}`);
      setTimeout(() => {
        if (!stopped) child = start({ ...options, open: [] });
      }, restartDelay());
    });
    return next;
  }

  return {
    client: createClient(link),
    get processId() {
      return child.pid;
    },
    stop: async () => {
      stopped = true;
      link.close();
      await end(child);
    },
  };
}
