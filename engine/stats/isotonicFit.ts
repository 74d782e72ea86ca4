/** A rising broken line; x and y are ascending and as long as each other. */
export interface RisingLine {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

interface Block {
  readonly top: number;
  bottom: number;
  sum: number;
  weight: number;
}

/**
 * The rising function of x that is nearest to what was observed, by least squares; values come from the highest x down.
 *
 * Must be true: x falls strictly from call to call and is finite; weights are > 0; `sum` is the weight times the mean at x.
 * `finish` returns the ends of the pieces on which the function is constant, empty where nothing was pushed.
 * Throws nothing.
 *
 * Source: R. E. Barlow et al. (1972), Statistical inference under order restrictions: pool adjacent violators.
 */
export class IsotonicFit {
  private readonly blocks: Block[] = [];

  push(x: number, sum: number, weight: number): void {
    const { blocks } = this;
    let block: Block = { top: x, bottom: x, sum, weight };
    for (let above = blocks.at(-1); above !== undefined && above.sum * block.weight <= block.sum * above.weight; above = blocks.at(-1)) {
      block = { top: above.top, bottom: x, sum: above.sum + block.sum, weight: above.weight + block.weight };
      blocks.pop();
    }
    blocks.push(block);
  }

  finish(): RisingLine {
    const ascending = this.blocks.toReversed();
    const ends = ascending.flatMap(({ top, bottom, sum, weight }) =>
      top === bottom
        ? [[top, sum / weight]]
        : [
            [bottom, sum / weight],
            [top, sum / weight],
          ],
    );
    return { x: Float64Array.from(ends, ([x]) => x!), y: Float64Array.from(ends, ([, y]) => y!) };
  }
}

/**
 * The height of a rising line at x.
 *
 * Must be true: the line has a point.
 * Returns linear interpolation between its points, and the height of its first or last point outside them.
 * Throws nothing.
 *
 * Source: definition; the reading of scikit-learn's `IsotonicRegression(out_of_bounds="clip")`.
 *
 * @example heightAt({ x: Float64Array.of(0, 1), y: Float64Array.of(0.2, 0.6) }, 0.25) // → 0.3
 */
export function heightAt({ x, y }: RisingLine, at: number): number {
  let [below, above] = [0, x.length - 1];
  if (at <= x[below]!) return y[below]!;
  if (at >= x[above]!) return y[above]!;
  while (above - below > 1) {
    const middle = (below + above) >> 1;
    if (x[middle]! <= at) below = middle;
    else above = middle;
  }
  const [low, high] = [y[below]!, y[above]!];
  return low === high ? low : low + (high - low) * ((at - x[below]!) / (x[above]! - x[below]!));
}
