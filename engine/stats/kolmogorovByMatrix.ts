const scaleAbove = 1e140;

/** A square matrix times a power of ten that keeps its entries in range. */
interface Scaled {
  readonly cells: Float64Array;
  readonly exponent: number;
}

function multiply(a: Scaled, b: Scaled, size: number): Scaled {
  const cells = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const factor = a.cells[i * size + k]!;
      if (factor === 0) continue;
      for (let j = 0; j < size; j++) cells[i * size + j]! += factor * b.cells[k * size + j]!;
    }
  }
  const exponent = a.exponent + b.exponent;
  const middle = cells[(size >> 1) * (size + 1)]!;
  return middle > scaleAbove ? { cells: cells.map((x) => x / scaleAbove), exponent: exponent + 140 } : { cells, exponent };
}

/** Durbin's matrix: 1/(i − j + 1)! under the first superdiagonal, corrected along its border by the offset h. */
function durbinMatrix(size: number, h: number): Scaled {
  const cells = new Float64Array(size * size);
  const factorial = [1];
  for (let i = 1; i <= size + 1; i++) factorial[i] = factorial[i - 1]! * i;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const gap = i - j + 1;
      if (gap < 0) continue;
      let cell = 1;
      if (j === 0) cell -= h ** (i + 1);
      if (i === size - 1) cell -= h ** (size - j);
      if (j === 0 && i === size - 1 && h > 0.5) cell += (2 * h - 1) ** size;
      cells[i * size + j] = cell / factorial[gap]!;
    }
  }
  return { cells, exponent: 0 };
}

function power(base: Scaled, n: number, size: number): Scaled {
  let result: Scaled | null = null;
  let square = base;
  for (let left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = result === null ? square : multiply(result, square, size);
    if (left > 1) square = multiply(square, square, size);
  }
  return result ?? base;
}

/**
 * The chance that the two-sided Kolmogorov-Smirnov statistic of n values is below d, exactly.
 *
 * Must be true: n ≥ 1 whole, 1/(2n) < d < 1. Work grows with (nd)³ log n: meant for nd up to about 60.
 * Returns a share in [0, 1]; relative error about 1e-14 times n.
 * Throws nothing.
 *
 * Source: G. Marsaglia, W. W. Tsang and J. Wang (2003), Evaluating Kolmogorov's distribution, after Durbin (1973).
 *
 * @example kolmogorovByMatrix(10, 0.274) // → 0.6284796154565043
 */
export function kolmogorovByMatrix(n: number, d: number): number {
  const k = Math.floor(n * d) + 1;
  const h = k - n * d;
  const size = 2 * k - 1;
  const { cells, exponent } = power(durbinMatrix(size, h), n, size);
  let share = cells[(k - 1) * (size + 1)]!;
  let tens = exponent;
  for (let i = 1; i <= n; i++) {
    share *= i / n;
    if (share < 1e-140) {
      share *= 1e140;
      tens -= 140;
    }
  }
  return Math.min(1, share * 10 ** tens);
}
