import { kolmogorovUpperTail } from './kolmogorovUpperTail.ts';
import { ksPathsEqualSizes } from './ksPathsEqualSizes.ts';
import { greatestCommonDivisor, ksPathsUnequalSizes } from './ksPathsUnequalSizes.ts';

/** The largest sample for which the exact law is used. */
const exactUpTo = 10_000;

/** Beyond this value of 2d²nm/(n + m) the chance is below the smallest double, 2 exp(−745). */
const vanishesAt = 800;

function roundHalfToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

function exactPValue(d: number, n: number, m: number): number {
  const lcm = (n / greatestCommonDivisor(n, m)) * m;
  const h = Math.min(lcm, Math.round(d * lcm));
  if (h <= 0) return 1;
  if (n === m) return ksPathsEqualSizes(n, h);
  const exponent = (2 * d * d * n * m) / (n + m);
  return exponent > vanishesAt ? 0 : ksPathsUnequalSizes(n, m, h);
}

/**
 * The p-value of the two-sided two-sample Kolmogorov-Smirnov test.
 *
 * Must be true: d in [0, 1] is the largest gap between the two empirical distribution functions; n, m ≥ 1 whole.
 * Returns a share in [0, 1]. Up to 10,000 values a side it is exact for continuous data (and on the safe side with
 * ties); above, it is the law of one sample of round(nm/(n + m)) values. Agrees with SciPy's ks_2samp, method "auto".
 * Throws a RangeError where a side is empty.
 *
 * Source: Hodges (1958); Simard and L'Ecuyer (2011); the choice between them is SciPy's.
 *
 * @example ksTwoSamplePValue(0.5, 8, 8) // → 0.2826728826728826
 */
export function ksTwoSamplePValue(d: number, n: number, m: number): number {
  if (n < 1 || m < 1) throw new RangeError('both samples need a value');
  if (Math.max(n, m) <= exactUpTo) return exactPValue(d, n, m);
  return kolmogorovUpperTail(d, roundHalfToEven((Math.max(n, m) * Math.min(n, m)) / (n + m)));
}
