/** Numbers first and by size, other classes by code unit. */
export function labelOrder(a: string, b: string): number {
  const [x, y] = [a, b].map((label) => (label.trim() === '' ? NaN : Number(label))) as [number, number];
  if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
  if (!Number.isNaN(x) && x !== y) return x - y;
  return a < b ? -1 : a > b ? 1 : 0;
}
