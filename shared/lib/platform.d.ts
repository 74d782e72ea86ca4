/** The part of the web platform that every room has, Node and browser alike; shared code may use no more of it. */
declare global {
  interface AbortSignal {
    readonly aborted: boolean;
    readonly reason: unknown;
    addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
    removeEventListener(type: 'abort', listener: () => void): void;
  }
  class AbortController {
    readonly signal: AbortSignal;
    abort(reason?: unknown): void;
  }
  function setTimeout(callback: () => void, ms: number): unknown;
  function clearTimeout(timer: unknown): void;
  const performance: { now(): number };
}
export {};
