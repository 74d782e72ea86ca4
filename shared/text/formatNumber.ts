const minus = '−';

/** Puts commas between thousands in a string of digits, with or without a fraction. */
function group(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function signed(value: number, text: string): string {
  return value < 0 ? `${minus}${text}` : text;
}

function withoutTrailingZeros(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}

function exponential(size: number, significantDigits: number): string {
  const [mantissa = '', exponent = ''] = size.toExponential(significantDigits - 1).split('e');
  return `${withoutTrailingZeros(mantissa)}e${exponent.replace('+', '').replace('-', minus)}`;
}

function notFinite(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? '∞' : `${minus}∞`;
}

/** A measured number for people: four significant digits by default, whole numbers whole, 1.2e9 only at the extremes. */
export function formatNumber(value: number, significantDigits = 4): string {
  if (!Number.isFinite(value)) return notFinite(value);
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (Number.isInteger(value) && size < 1e12) return signed(value, group(String(size)));
  if (size >= 1e12 || size < 1e-4) return signed(value, exponential(size, significantDigits));
  const decimals = Math.max(0, significantDigits - 1 - Math.floor(Math.log10(size)));
  return signed(value, group(withoutTrailingZeros(size.toFixed(Math.min(decimals, 20)))));
}

/** A number of things: whole, with thousands separators. */
export function formatCount(value: number): string {
  if (!Number.isFinite(value)) return notFinite(value);
  return signed(value, group(String(Math.abs(Math.round(value)))));
}

/** A share in [0, 1] as per cent with one decimal; what is not nothing never reads "0.0 %", what is not all never "100.0 %". */
export function formatShare(share: number): string {
  if (!Number.isFinite(share)) return notFinite(share);
  if (share === 0) return '0 %';
  if (share === 1) return '100 %';
  if (share > 0 && share < 0.0005) return '< 0.1 %';
  if (share > 0.9995 && share < 1) return '> 99.9 %';
  return `${signed(share, (Math.abs(share) * 100).toFixed(1))} %`;
}

/** A difference of two shares, in percentage points, with its sign. */
export function formatShareChange(from: number, to: number): string {
  const points = (to - from) * 100;
  if (Math.abs(points) < 0.05) return '± 0.0 pts';
  return `${points < 0 ? minus : '+'}${Math.abs(points).toFixed(1)} pts`;
}

/** A p-value: three decimals, and only a bound below 0.001. */
export function formatPValue(pValue: number): string {
  return pValue < 0.001 ? '< 0.001' : pValue.toFixed(3);
}

/** A distance: three decimals below 1 (more where it is small), two above. */
export function formatScore(value: number): string {
  if (!Number.isFinite(value)) return notFinite(value);
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size < 1e-4 || size >= 1e6) return signed(value, exponential(size, 3));
  if (size >= 1000) return signed(value, group(size.toFixed(0)));
  if (size >= 1) return signed(value, size.toFixed(2));
  const decimals = Math.max(3, 1 - Math.floor(Math.log10(size)));
  return signed(value, size.toFixed(decimals));
}

/** A threshold: a distance without needless noughts, 0.10 at the shortest. */
export function formatThreshold(value: number): string {
  return formatScore(value).replace(/(\.\d\d.*?)0+$/, '$1');
}

const byteUnits = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** A size of a file; a KB is 1,000 bytes. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < byteUnits.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? value.toFixed(0) : value.toFixed(1);
  return `${group(digits)} ${byteUnits[unit]}`;
}

/** A length of time. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const minutes = Math.floor(ms / 60_000);
  return `${minutes} min ${Math.round((ms - minutes * 60_000) / 1000)} s`;
}
