import type { TopRow } from '#shared/domain/performance.ts';
import { f1Of, precisionOf, recallOf, type ClassCounts } from '../metrics/classification/classCounts.ts';
import { withReasons } from './metricRows.ts';

/** To the nearest whole number, a half to the even one. */
function nearestEven(value: number): number {
  const below = Math.floor(value);
  return value - below === 0.5 ? below + (below % 2) : Math.round(value);
}

const multiples = (step: number, count: number): number[] => Array.from({ length: count }, (_, i) => (i + 1) * step);

/** Sizes of the top that the table has: Evidently's steps of about 1 % up to 10 %, and of about 5 % all the way. */
function tableSizes(n: number): number[] {
  const fine = Math.max(1, Math.floor(n / 100));
  const coarse = Math.max(1, nearestEven(n / 20));
  const sizes = [...multiples(fine, 10), ...multiples(coarse, Math.floor(n / coarse)), n];
  return [...new Set(sizes.filter((size) => size <= n))];
}

interface Totals {
  readonly positives: number;
  readonly negatives: number;
}

function topRow(totals: Totals, rows: number, found: { probability: number; truePositives: number }): TopRow {
  const { truePositives, probability } = found;
  const n = totals.positives + totals.negatives;
  const falsePositives = rows - truePositives;
  const counts: ClassCounts = {
    truePositives,
    falsePositives,
    falseNegatives: totals.positives - truePositives,
    trueNegatives: totals.negatives - falsePositives,
  };
  const share = totals.positives / n;
  const numbers = {
    accuracy: (truePositives + counts.trueNegatives) / n,
    precision: precisionOf(counts),
    recall: recallOf(counts),
    f1: f1Of(counts),
    lift: totals.positives === 0 ? ({ none: 'class-not-in-target' } as const) : truePositives / rows / share,
    bestLift: totals.positives === 0 ? ({ none: 'class-not-in-target' } as const) : Math.min(rows, totals.positives) / rows / share,
  };
  return { rows, share: rows / n, probability, truePositives, ...withReasons(numbers) };
}

/** Takes distinct probabilities from the highest down and counts what the rows at the top hold. */
export class TopSums {
  private readonly sizes: readonly number[];
  private readonly chosen: number;
  private next = 0;
  private seen = 0;
  private positives = 0;
  private readonly rows: TopRow[] = [];

  constructor(
    private readonly totals: Totals,
    asked: number | null,
  ) {
    const n = totals.positives + totals.negatives;
    this.chosen = Math.min(n, asked ?? Math.max(1, Math.round(n / 10)));
    this.sizes = [...new Set([...tableSizes(n), this.chosen])].filter((size) => size > 0).sort((a, b) => a - b);
  }

  push(probability: number, positives: number, negatives: number): void {
    const group = positives + negatives;
    for (; this.next < this.sizes.length && this.sizes[this.next]! <= this.seen + group; this.next++) {
      const size = this.sizes[this.next]!;
      const truePositives = this.positives + (positives * (size - this.seen)) / group;
      this.rows.push(topRow(this.totals, size, { probability, truePositives }));
    }
    this.seen += group;
    this.positives += positives;
  }

  table(): TopRow[] {
    return this.rows;
  }

  chosenTop(): TopRow | null {
    return this.rows.find(({ rows }) => rows === this.chosen) ?? null;
  }
}
