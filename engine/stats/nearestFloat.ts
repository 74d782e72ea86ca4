/**
 * The nearest number with so many bits after its leading one, ties to the even one.
 *
 * Must be true: x is finite, not subnormal in that precision, and bits is between 1 and 52.
 * Returns x rounded; 10 bits are half, 23 are single precision.
 * Throws nothing.
 *
 * Source: IEEE 754-2019, 4.3.1.
 *
 * @example nearestFloat(0.2714840714840715, 10) // → 0.271484375
 */
export function nearestFloat(x: number, bits: number): number {
  if (x === 0) return 0;
  const unit = 2 ** (Math.floor(Math.log2(Math.abs(x))) - bits);
  const scaled = x / unit;
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  const up = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0);
  return (up ? floor + 1 : floor) * unit;
}
