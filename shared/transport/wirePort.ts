/** One end of a two-way line that carries text messages in order. */
export interface WirePort {
  send(message: string): void;
  onMessage(listener: (message: string) => void): void;
  /** Called once when the other end is gone. */
  onClose(listener: () => void): void;
  close(): void;
}

/** The web's MessagePort as far as it is used here; Node's worker threads have the same. */
export interface WebPort {
  postMessage(message: unknown): void;
  addEventListener(type: string, listener: (event: never) => void): void;
  start(): void;
  close(): void;
}

/** Electron's MessagePortMain as far as it is used here. */
export interface MainPort {
  postMessage(message: unknown): void;
  on(type: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(type: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
}

export function fromWebPort(port: WebPort): WirePort {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.addEventListener('message', (event: { data: unknown }) => listener(String(event.data)));
      port.start();
    },
    onClose: (listener) => port.addEventListener('close', listener),
    close: () => port.close(),
  };
}

export function fromMainPort(port: MainPort): WirePort {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', (event) => listener(String(event.data)));
      port.start();
    },
    onClose: (listener) => port.on('close', listener),
    close: () => port.close(),
  };
}
