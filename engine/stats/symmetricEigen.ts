/** Eigenvalues, and eigenvectors as the columns of a matrix stored by rows. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

const sweeps = 60;

function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const apq = a[p * size + q]!;
  const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * apq);
  const tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  const turn = (cells: Float64Array, at: number, to: number): void => {
    const x = cells[at]!;
    const y = cells[to]!;
    cells[at] = cosine * x - sine * y;
    cells[to] = sine * x + cosine * y;
  };
  for (let i = 0; i < size; i++) turn(a, i * size + p, i * size + q);
  for (let i = 0; i < size; i++) turn(a, p * size + i, q * size + i);
  for (let i = 0; i < size; i++) turn(vectors, i * size + p, i * size + q);
  a[p * size + q] = 0;
  a[q * size + p] = 0;
}

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix.
 *
 * Must be true: `matrix` has size² finite entries by rows and is symmetric.
 * Returns them in no order, the vectors of length 1; small eigenvalues keep their digits.
 * Throws nothing.
 *
 * Source: C. G. J. Jacobi (1846), in cyclic order.
 *
 * @example symmetricEigen([2, 1, 1, 2], 2).values // → [1, 3]
 */
export function symmetricEigen(matrix: ArrayLike<number>, size: number): Eigen {
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let turned = false;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const limit = Number.EPSILON * 0.01 * Math.sqrt(Math.abs(a[p * size + p]! * a[q * size + q]!));
        if (Math.abs(a[p * size + q]!) <= limit) continue;
        rotate(a, vectors, size, p, q);
        turned = true;
      }
    }
    if (!turned) break;
  }
  return { values: Float64Array.from({ length: size }, (_, i) => a[i * size + i]!), vectors };
}
