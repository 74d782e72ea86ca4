import type { ReactNode } from 'react';
import { absenceWords } from '#shared/text/absenceReasons.ts';
import type { ClassProbabilities } from '#shared/charts/probabilityPlots.ts';
import type { ProbabilitySide, ThresholdSide, TopRow } from '#shared/domain/performance.ts';
import { formatCount, formatNumber, formatShare } from '#shared/text/formatNumber.ts';
import styles from './Performance.module.css';

interface Props {
  readonly probabilities: ClassProbabilities;
}

function sideOf({ reference, current }: ClassProbabilities): { side: ProbabilitySide; name: string } | null {
  if (current !== null) return { side: current, name: 'current' };
  return reference === null ? null : { side: reference, name: 'reference' };
}

/** What each threshold would give. */
export function ThresholdTable({ probabilities }: Props) {
  const found = sideOf(probabilities);
  if (found === null || found.side.thresholds.length === 0) return null;
  const heads = ['Probability at least', 'Called positive', 'Of them right', 'Precision', 'Recall', 'Specificity', 'F1'];
  return (
    <Folded title={`Thresholds, ${found.name} data`} heads={heads}>
      {found.side.thresholds.map((row) => (
        <tr key={row.threshold}>
          <th scope="row">{formatNumber(row.threshold)}</th>
          <td>{formatNumber(row.predicted)}</td>
          <td>{formatNumber(row.truePositives)}</td>
          <Numbers row={row} fields={['precision', 'recall', 'specificity', 'f1'] as const} />
        </tr>
      ))}
    </Folded>
  );
}

/** What the rows with the highest probabilities hold. */
export function TopTable({ probabilities }: Props) {
  const found = sideOf(probabilities);
  if (found === null || found.side.top.length === 0) return null;
  const heads = ['Most probable', 'Rows', 'Lowest probability', 'Of them right', 'Precision', 'Recall', 'F1', 'Lift', 'Best lift'];
  return (
    <Folded title={`The top: gain and lift, ${found.name} data`} heads={heads}>
      {found.side.top.map((row) => (
        <tr key={row.rows}>
          <th scope="row">{formatShare(row.share)}</th>
          <td>{formatCount(row.rows)}</td>
          <td>{formatNumber(row.probability)}</td>
          <td>{formatNumber(row.truePositives)}</td>
          <Numbers row={row} fields={['precision', 'recall', 'f1', 'lift', 'bestLift'] as const} />
        </tr>
      ))}
    </Folded>
  );
}

interface FoldedProps {
  readonly title: string;
  readonly heads: readonly string[];
  readonly children: ReactNode;
}

function Folded({ title, heads, children }: FoldedProps) {
  return (
    <details>
      <summary className={styles.summary}>{title}</summary>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={title}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </details>
  );
}

type Fields<Row> = readonly Extract<keyof Row, string>[];

function Numbers<Row extends TopRow | ThresholdSide>({ row, fields }: { readonly row: Row; readonly fields: Fields<Row> }) {
  return fields.map((field) => {
    const value = row[field];
    const reason = row.reasons[field];
    return (
      <td key={field} title={reason === undefined ? undefined : absenceWords[reason]}>
        {typeof value === 'number' ? formatNumber(value) : '–'}
      </td>
    );
  });
}
