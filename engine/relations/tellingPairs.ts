import { withReasons, type Both } from '../performance/metricRows.ts';
import type { MetricValue } from '../metrics/defineMetric.ts';
import { benjaminiHochberg } from '../stats/benjaminiHochberg.ts';
import { correlationChange } from '../stats/correlationChange.ts';

/** What decides how telling a pair is. */
export interface JudgedPair extends Both<{ readonly coefficient: MetricValue; readonly rows: number }> {
  readonly a: string;
  readonly b: string;
}

/** Pairs that a report holds, but for those of a column that is always kept. */
const mostPairs = 600;

const size = (value: MetricValue): number => (typeof value === 'number' ? Math.abs(value) : 0);

function change({ reference, current }: JudgedPair): MetricValue {
  if (typeof reference.coefficient !== 'number') return reference.coefficient;
  return typeof current.coefficient === 'number' ? current.coefficient - reference.coefficient : current.coefficient;
}

/** The strongest and the most changed pairs, strongest first; of few pairs, all. Ties keep the order of the data. */
export function keepTelling<T>(pairs: readonly T[], judge: (pair: T) => JudgedPair, always: ReadonlySet<string>): T[] {
  const judged = pairs.map((pair) => {
    const found = judge(pair);
    const strength = Math.max(size(found.reference.coefficient), size(found.current.coefficient));
    return { pair, strength, change: size(change(found)), always: always.has(found.a) || always.has(found.b) };
  });
  const strongest = [...judged].sort((x, y) => y.strength - x.strength);
  if (pairs.length <= mostPairs) return strongest.map(({ pair }) => pair);
  const changed = [...judged].sort((x, y) => y.change - x.change);
  const kept = new Set([...judged.filter((each) => each.always), ...strongest.slice(0, mostPairs / 2), ...changed.slice(0, mostPairs / 2)]);
  return strongest.filter((each) => kept.has(each)).map(({ pair }) => pair);
}

type Change = ReturnType<typeof withReasons<'change' | 'adjustedPValue'>>;

/** How each pair changed. P-values are adjusted for all pairs that were measured, those that are not kept taken as unchanged. */
export function changeOf(pairs: readonly JudgedPair[], numberOfPairs: number, inflation: number | null): Change[] {
  const raw = pairs.map(({ reference, current }): number | null => {
    if (inflation === null || typeof reference.coefficient !== 'number' || typeof current.coefficient !== 'number') return null;
    const side = (of: { readonly coefficient: MetricValue; readonly rows: number }) => ({
      coefficient: Number(of.coefficient),
      rows: of.rows,
    });
    return correlationChange(side(reference), side(current), inflation);
  });
  const others = Math.max(0, numberOfPairs - pairs.length);
  const known = raw.filter((pValue) => pValue !== null);
  const adjusted = benjaminiHochberg([...known, ...new Array<number>(others).fill(1)]);
  let next = 0;
  return pairs.map((pair, place) => {
    const moved = change(pair);
    const none = typeof moved === 'number' ? ({ none: 'method-has-no-p-value' } as const) : moved;
    return withReasons({ change: moved, adjustedPValue: raw[place] === null ? none : adjusted[next++]! });
  });
}
