import { MessageChannel } from 'node:worker_threads';
import { describeWire } from '../../fixtures/conformance/transport.ts';
import { trialContract, trialShape, type TrialEngine } from '../../fixtures/conformance/transportContract.ts';
import { createClientOf } from './client.ts';
import { createPortLink, type Link } from './link.ts';
import { createReconnectingLink } from './reconnectingLink.ts';
import { relayOf } from './relay.ts';
import { createRouterOf, type WireRouter } from './router.ts';
import { servePort } from './servePort.ts';
import { fromWebPort, type WebPort, type WirePort } from './wirePort.ts';

/** Two ends of a real channel; `cut` closes the far end and waits until the near end knows. */
function openChannel(): { near: WirePort; far: WirePort; cut: () => Promise<void> } {
  const { port1, port2 } = new MessageChannel();
  const cut = async (): Promise<void> => {
    const closed = new Promise((resolve) => port1.once('close', resolve));
    port2.close();
    await closed;
  };
  return { near: fromWebPort(port1 as unknown as WebPort), far: fromWebPort(port2 as unknown as WebPort), cut };
}

function routerOf(engine: TrialEngine): WireRouter {
  return createRouterOf(trialContract, engine.api, { progressIntervalMs: 0 });
}

describeWire('a message port', async (engine) => {
  const { near, far, cut } = openChannel();
  servePort(far, routerOf(engine));
  return { link: createPortLink(near), kill: cut };
});

/** A line that brings several messages in one turn, as the one to a child process does when the child was busy. */
function openBurstLine(): { near: WirePort; far: WirePort; cut: () => Promise<void> } {
  const closers: (() => void)[] = [];
  const way = (): { send: (message: string) => void; listeners: ((message: string) => void)[] } => {
    const listeners: ((message: string) => void)[] = [];
    const waiting: string[] = [];
    const deliver = (): void => {
      for (const message of waiting.splice(0)) for (const listener of listeners) listener(message);
    };
    const send = (message: string): void => {
      if (waiting.push(message) === 1) setTimeout(deliver, 20);
    };
    return { send, listeners };
  };
  const [there, back] = [way(), way()];
  const end = (out: typeof there, into: typeof there): WirePort => ({
    send: out.send,
    onMessage: (listener) => into.listeners.push(listener),
    onClose: (listener) => closers.push(listener),
    close: () => undefined,
  });
  const cut = async (): Promise<void> => {
    for (const close of closers) close();
  };
  return { near: end(there, back), far: end(back, there), cut };
}

describeWire('a line that delivers in bursts', async (engine) => {
  const { near, far, cut } = openBurstLine();
  servePort(far, routerOf(engine));
  return { link: createPortLink(near), kill: cut };
});

describeWire('a message port behind a relay', async (engine) => {
  const inner = openChannel();
  servePort(inner.far, routerOf(engine));
  const client = createClientOf<typeof trialContract>(trialShape, createPortLink(inner.near));
  const outer = openChannel();
  servePort(outer.far, createRouterOf(trialContract, relayOf(client), { validate: false, progressIntervalMs: 0 }));
  return { link: createPortLink(outer.near), kill: inner.cut };
});

describeWire('a message port that can be replaced', async (engine) => {
  const { near, far, cut } = openChannel();
  servePort(far, routerOf(engine));
  const link = createReconnectingLink();
  link.attach(near);
  // After its port is gone this link waits for the next: the suite then gets one that is closed already.
  const kill = async (): Promise<void> => {
    await cut();
    const dead = openChannel();
    link.attach(dead.near);
    await dead.cut();
    link.close();
  };
  return { link: link satisfies Link, kill };
});
