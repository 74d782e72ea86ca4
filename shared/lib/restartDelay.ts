/**
 * How long to wait before starting a process again: not at all at first, then longer while it keeps dying,
 * so that one that cannot start does not keep the machine busy.
 */
export function createRestartDelay(now: () => number = () => performance.now()): () => number {
  const forgetAfterMs = 60_000;
  const quickStarts = 3;
  let deaths: number[] = [];
  return () => {
    deaths = [...deaths.filter((at) => now() - at < forgetAfterMs), now()];
    return deaths.length <= quickStarts ? 0 : Math.min(30_000, 1_000 * 2 ** (deaths.length - quickStarts - 1));
  };
}
