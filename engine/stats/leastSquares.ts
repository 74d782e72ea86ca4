/** What fits best: one coefficient a column, and how many directions the columns really have. */
export interface LeastSquaresFit {
  readonly coefficients: Float64Array;
  /** Columns that are not a combination of others; fewer than there are columns means that some say the same. */
  readonly rank: number;
}

/** A direction whose length is this share of the longest is rounding, not data. */
const negligible = 1e-11;

/** Turns column `at` of rows `from` … of a matrix stored by rows into a multiple of the first unit vector, and the later columns with it. */
function reflect(cells: Float64Array, width: number, rows: number, at: number, from: number): void {
  let squares = 0;
  for (let i = from; i < rows; i++) squares += cells[i * width + at]! ** 2;
  if (squares === 0) return;
  const first = cells[from * width + at]!;
  const length = first > 0 ? -Math.sqrt(squares) : Math.sqrt(squares);
  const head = first - length;
  const beta = 1 / (length * head);
  const sums = new Float64Array(width);
  for (let j = at + 1; j < width; j++) sums[j] = head * cells[from * width + j]!;
  for (let i = from + 1; i < rows; i++) {
    const v = cells[i * width + at]!;
    if (v === 0) continue;
    for (let j = at + 1, cell = i * width + at + 1; j < width; j++, cell++) sums[j]! += v * cells[cell]!;
  }
  for (let j = at + 1; j < width; j++) cells[from * width + j]! += beta * sums[j]! * head;
  for (let i = from + 1; i < rows; i++) {
    const v = cells[i * width + at]!;
    if (v === 0) continue;
    const scaled = beta * v;
    for (let j = at + 1, cell = i * width + at + 1; j < width; j++, cell++) cells[cell]! += scaled * sums[j]!;
    cells[i * width + at] = 0;
  }
  cells[from * width + at] = length;
}

/** Swaps the longest of the columns from `at` on to `at`; its length below row `at`. */
function pivot(cells: Float64Array, order: number[], width: number, rows: number, at: number): number {
  let [best, longest] = [at, -1];
  for (let j = at; j < order.length; j++) {
    let squares = 0;
    for (let i = at; i < rows; i++) squares += cells[i * width + j]! ** 2;
    if (squares > longest * (1 + 1e-12)) [best, longest] = [j, squares];
  }
  if (best !== at) {
    for (let i = 0; i < rows; i++) {
      const held = cells[i * width + at]!;
      cells[i * width + at] = cells[i * width + best]!;
      cells[i * width + best] = held;
    }
    [order[at], order[best]] = [order[best]!, order[at]!];
  }
  return Math.sqrt(Math.max(0, longest));
}

function finish<T>(steps: Generator<void, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The shortest x with the first `rank` lines of a triangular system [T | c], whose columns go beyond the triangle. */
function* shortest(cells: Float64Array, width: number, columns: number, rank: number): Generator<void, Float64Array, void> {
  // The transposed lines as columns: T' = Q·U, so that x = Q·z with U'·z = c.
  const lines = new Float64Array(columns * (rank + columns));
  const wide = rank + columns;
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j < rank; j++) lines[i * wide + j] = cells[j * width + i]!;
    lines[i * wide + rank + i] = 1;
  }
  for (let j = 0; j < rank; j++) {
    reflect(lines, wide, columns, j, j);
    yield;
  }
  const z = new Float64Array(rank);
  for (let j = 0; j < rank; j++) {
    let value = cells[j * width + columns]!;
    for (let i = 0; i < j; i++) value -= lines[i * wide + j]! * z[i]!;
    z[j] = value / lines[j * wide + j]!;
  }
  // What was the unit matrix is now Q', so that its lines are the columns of Q.
  return Float64Array.from({ length: columns }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < rank; j++) sum += lines[j * wide + rank + i]! * z[j]!;
    return sum;
  });
}

/**
 * Ordinary least squares of a target on columns without an intercept (centre both for one), rows taken in blocks: only a
 * triangle is kept, by Householder reflections, so that nothing is lost to squares as in normal equations.
 *
 * Must be true: finite numbers; each block holds whole rows of `columns` numbers and the target after them. Columns should
 * be of like size, for what counts as a combination of others is measured against the longest.
 * `solve` returns the coefficients; where columns are combinations of others, the shortest of the best ones.
 * Throws nothing.
 *
 * Source: G. Golub (1965), Numerical methods for solving linear least squares problems; G. Golub and C. Van Loan, Matrix
 * Computations, 5.2 (updating), 5.4 (column pivoting) and 5.5.6 (shortest solution).
 *
 * @example new LeastSquares(1).add(Float64Array.of(1, 2, 2, 4), 2).solve() // → { coefficients: [2], rank: 1 }
 */
export class LeastSquares {
  private readonly width: number;
  private readonly triangle: Float64Array;
  private room = new Float64Array(0);

  constructor(private readonly columns: number) {
    this.width = columns + 1;
    this.triangle = new Float64Array(this.width * this.width);
  }

  /** Takes rows up: each its columns, then its target. */
  add(rows: Float64Array, count: number): this {
    finish(this.addInSteps(rows, count));
    return this;
  }

  /** The same, yielding after each column. */
  *addInSteps(rows: Float64Array, count: number): Generator<void, void, void> {
    const { width, triangle } = this;
    const size = (width + count) * width;
    if (this.room.length < size) this.room = new Float64Array(size);
    const cells = this.room;
    cells.set(triangle);
    cells.set(rows.subarray(0, count * width), width * width);
    for (let j = 0; j < width; j++) {
      reflect(cells, width, width + count, j, j);
      yield;
    }
    triangle.set(cells.subarray(0, width * width));
  }

  solve(): LeastSquaresFit {
    return finish(this.solveInSteps());
  }

  /** The same, yielding after each column. */
  *solveInSteps(): Generator<void, LeastSquaresFit, void> {
    const { columns, width } = this;
    const cells = this.triangle.slice();
    const order = Array.from({ length: columns }, (_, i) => i);
    let rank = 0;
    let longest = 0;
    for (let j = 0; j < columns; j++) {
      const length = pivot(cells, order, width, columns, j);
      longest = Math.max(longest, length);
      if (length <= negligible * longest) break;
      reflect(cells, width, columns, j, j);
      rank++;
      yield;
    }
    const coefficients = new Float64Array(columns);
    const found = yield* shortest(cells, width, columns, rank);
    found.forEach((value, i) => (coefficients[order[i]!] = value));
    return { coefficients, rank };
  }
}
