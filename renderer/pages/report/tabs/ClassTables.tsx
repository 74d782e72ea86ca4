import type { CSSProperties } from 'react';
import { absenceWords } from '#shared/text/absenceReasons.ts';
import type { ClassificationPerformance, ClassSide } from '#shared/domain/performance.ts';
import { matrixTitle } from '#shared/text/describePerformance.ts';
import { formatNumber, formatShare } from '#shared/text/formatNumber.ts';
import styles from './Performance.module.css';

interface Props {
  readonly performance: ClassificationPerformance;
}

/** Larger matrices are in the JSON report only. */
const drawnClasses = 20;
const sides = ['reference', 'current'] as const;
type SideName = (typeof sides)[number];

const nameOf = (label: string): string => (label === '' ? '(empty)' : label);

/** Confusion matrices of both sides, and what each class gets. */
export function ClassTables({ performance }: Props) {
  return (
    <>
      {performance.labels.length <= drawnClasses && (
        <div className={styles.plots}>
          {sides.map((side) => (
            <Matrix key={side} performance={performance} side={side} />
          ))}
        </div>
      )}
      <ByClass performance={performance} />
    </>
  );
}

function Matrix({ performance, side }: Props & { readonly side: SideName }) {
  const { labels, matrix } = performance;
  const counts = matrix[side];
  if (counts === null) return null;
  return (
    <div className={styles.scroll}>
      <h2 className={styles.heading}>{matrixTitle(performance, side)}</h2>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th className={styles.quiet}>true ↓ predicted →</th>
            {labels.map((label) => (
              <th key={label} scope="col">
                {nameOf(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((row, truth) => (
            <MatrixRow key={labels[truth]} label={labels[truth] ?? ''} row={row} side={side} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MatrixRow({ label, row, side }: { readonly label: string; readonly row: readonly number[]; readonly side: SideName }) {
  const all = row.reduce((sum, count) => sum + count, 0);
  return (
    <tr>
      <th scope="row">{nameOf(label)}</th>
      {row.map((count, guess) => {
        const share = all === 0 ? 0 : count / all;
        const shade = { '--shade': `var(--${side})`, '--strength': share * 0.5 } as CSSProperties;
        return (
          <td key={guess} className={styles.shade} style={shade} title={all === 0 ? '' : formatShare(share)}>
            <span>{formatNumber(count)}</span>
          </td>
        );
      })}
    </tr>
  );
}

const labelFields = [
  ['share', 'Share of rows'],
  ['precision', 'Precision'],
  ['recall', 'Recall'],
  ['f1', 'F1'],
] as const;
const scoreFields = [
  ['rocAuc', 'ROC area'],
  ['averagePrecision', 'Average precision'],
  ['brier', 'Brier score'],
  ['ece', 'Calibration error'],
] as const;

function cellOf(side: ClassSide | null, field: (typeof labelFields | typeof scoreFields)[number][0]): { text: string; why: string } {
  const value = side?.[field] ?? null;
  if (value === null) return { text: '–', why: absenceWords[side?.reasons[field] ?? 'no-such-column'] };
  return { text: field === 'share' ? formatShare(value) : formatNumber(value), why: '' };
}

function ByClass({ performance }: Props) {
  const fields = [...labelFields, ...(performance.classProbabilities.length > 0 ? scoreFields : [])];
  return (
    <div className={styles.scroll}>
      <h2 className={styles.heading}>By class: reference, current</h2>
      <table className={styles.table} aria-label="By class">
        <thead>
          <tr>
            <th scope="col">Class</th>
            {fields.map(([field, title]) => (
              <th key={field} scope="colgroup" colSpan={2}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {performance.classes.map((each) => (
            <tr key={each.label}>
              <th scope="row">
                {nameOf(each.label)}
                {each.label === performance.positiveLabel && <span className={styles.quiet}> positive</span>}
              </th>
              {fields.flatMap(([field]) =>
                sides.map((side) => {
                  const { text, why } = cellOf(each[side], field);
                  return (
                    <td key={`${field} ${side}`} className={side === 'reference' ? styles.reference : undefined} title={why}>
                      {text}
                    </td>
                  );
                }),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
