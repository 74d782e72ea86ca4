/** What is minimised, where one stands in it. */
export interface Valley {
  /** The gradient at the place, which the next call of `step` may overwrite. */
  readonly gradient: Float64Array;
  /** Looks along a direction; afterwards `valueAt` gives the value at place + size × direction. */
  lookAlong(direction: Float64Array): void;
  valueAt(size: number): number;
  /** Moves there and renews the gradient. */
  step(size: number): void;
}

const memory = 8;
const mostHalvings = 40;
/** A step is long enough when it gains this share of what the slope promises. */
const promised = 1e-4;

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

const addScaled = (to: Float64Array, scale: number, from: Float64Array): void => {
  for (let i = 0; i < to.length; i++) to[i]! += scale * from[i]!;
};

interface Pair {
  readonly s: Float64Array;
  readonly y: Float64Array;
  readonly rho: number;
}

/** The two loops of L-BFGS: −H·gradient without ever holding H. */
function directionFrom(gradient: Float64Array, pairs: readonly Pair[]): Float64Array {
  const q = gradient.map((value) => -value);
  const alphas = new Float64Array(pairs.length);
  for (let i = pairs.length - 1; i >= 0; i--) {
    const { s, y, rho } = pairs[i]!;
    alphas[i] = rho * dot(s, q);
    addScaled(q, -alphas[i]!, y);
  }
  const last = pairs.at(-1);
  if (last !== undefined) {
    const scale = 1 / (last.rho * dot(last.y, last.y));
    for (let i = 0; i < q.length; i++) q[i]! *= scale;
  }
  for (const [i, { s, y, rho }] of pairs.entries()) addScaled(q, alphas[i]! - rho * dot(y, q), s);
  return q;
}

/** The longest of 1, ½, ¼ … that gains enough; 0 where none does. */
function stepSize(valley: Valley, slope: number): number {
  const start = valley.valueAt(0);
  let size = 1;
  for (let i = 0; i < mostHalvings; i++, size /= 2) if (valley.valueAt(size) <= start + promised * size * slope) return size;
  return 0;
}

const steepest = (gradient: Float64Array): number => gradient.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/**
 * Walks to the lowest place of a convex, smooth function by L-BFGS with halved steps.
 *
 * Must be true: the function is convex and has a minimum.
 * Returns the number of steps taken: at most `mostSteps`, fewer once no slope exceeds `tolerance` or rounding lets no step
 * gain any more. Yields after each step.
 * Throws nothing.
 *
 * Source: D. C. Liu and J. Nocedal (1989), On the limited memory BFGS method for large scale optimization.
 *
 * @example quasiNewton({ gradient: Float64Array.of(0), lookAlong: () => {}, valueAt: () => 0, step: () => {} }, { tolerance: 1, mostSteps: 9 }).next().value // → 0
 */
export function* quasiNewton(
  valley: Valley,
  { tolerance, mostSteps }: { readonly tolerance: number; readonly mostSteps: number },
): Generator<void, number, void> {
  let pairs: Pair[] = [];
  for (let steps = 0; steps < mostSteps; steps++) {
    const before = valley.gradient.slice();
    if (steepest(before) <= tolerance) return steps;
    const direction = directionFrom(before, pairs);
    const slope = dot(direction, before);
    valley.lookAlong(direction);
    const size = slope < 0 ? stepSize(valley, slope) : 0;
    if (size === 0) {
      if (pairs.length === 0) return steps;
      pairs = [];
      continue;
    }
    valley.step(size);
    const s = direction.map((value) => size * value);
    const y = valley.gradient.map((value, i) => value - before[i]!);
    const curvature = dot(s, y);
    if (curvature > 0) pairs = [...pairs.slice(1 - memory), { s, y, rho: 1 / curvature }];
    yield;
  }
  return mostSteps;
}
