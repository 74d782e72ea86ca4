import type { BaselineRow } from '#shared/domain/performance.ts';
import type { MetricValue } from '../metrics/defineMetric.ts';
import { baselineRow, finiteOr, type Both } from './metricRows.ts';

/** Rows by true class, in the order of the labels; null where a side lacks a column. */
export type ClassTotals = Both<readonly number[] | null>;

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

type Score = (counts: readonly number[], rows: number) => MetricValue;

function scored(totals: ClassTotals, score: Score): (side: 'reference' | 'current') => MetricValue {
  return (side) => {
    const counts = totals[side];
    if (counts === null) return { none: 'no-such-column' };
    const rows = sum(counts);
    return rows === 0 ? { none: 'no-valid-values' } : score(counts, rows);
  };
}

/** A guess that knows the reference's shares of classes and nothing of a row, on each side. */
export function classificationBaselines(
  labels: readonly string[],
  totals: ClassTotals,
  asked: { readonly positive: number | null; readonly withProbabilities: boolean },
): BaselineRow[] {
  const known = totals.reference;
  const absent = { none: known === null ? 'no-such-column' : 'no-valid-values' } as const;
  const usable = known !== null && sum(known) > 0 ? known : null;
  const most = usable === null ? null : usable.indexOf(Math.max(...usable));
  const accuracy = baselineRow(
    { metric: 'accuracy', predicts: 'the most common class of the reference', value: most === null ? absent : (labels[most] ?? '') },
    scored(totals, (counts, rows) => (most === null ? absent : (counts[most] ?? 0) / rows)),
  );
  const { positive } = asked;
  if (positive === null) return [accuracy];
  const positives = (counts: readonly number[]): number => counts[positive] ?? 0;
  const f1 = baselineRow(
    { metric: 'f1', predicts: 'the positive class for every row', value: labels[positive] ?? '' },
    scored(totals, (counts, rows) => (2 * positives(counts)) / (positives(counts) + rows)),
  );
  if (!asked.withProbabilities) return [accuracy, f1];
  const share = usable === null ? null : positives(usable) / sum(usable);
  const probability = { predicts: 'the share of positives in the reference', value: share ?? absent };
  const logLoss = scored(totals, (counts, rows) => {
    if (share === null) return absent;
    const loss = (count: number, given: number): number => (count === 0 ? 0 : -count * Math.log(given));
    return finiteOr((loss(positives(counts), share) + loss(rows - positives(counts), 1 - share)) / rows);
  });
  const brier = scored(totals, (counts, rows) => {
    if (share === null) return absent;
    return (positives(counts) * (1 - share) ** 2 + (rows - positives(counts)) * share ** 2) / rows;
  });
  return [
    accuracy,
    f1,
    baselineRow({ metric: 'log-loss', ...probability }, logLoss),
    baselineRow({ metric: 'brier', ...probability }, brier),
  ];
}
