import { Tooltip } from '@mantine/core';
import { sensitivityStrip } from '#shared/charts/sensitivityStrip.ts';
import type { TestedColumn } from '#shared/domain/report.ts';
import styles from './SizeStrip.module.css';

/** How the verdict hangs on the number of rows: from few to many, with a mark where this report stands. */
export function SizeStrip({ column }: { readonly column: TestedColumn }) {
  if (column.sensitivity === null) return null;
  const strip = sensitivityStrip(column);
  return (
    <div className={styles.size}>
      <h4 className={styles.heading}>With other numbers of rows a side</h4>
      {strip !== null && (
        <ol className={styles.strip} aria-label="Expected with other numbers of rows">
          {strip.cells.map(({ rows, score, drifted, explains }) => (
            <Tooltip key={rows} label={explains}>
              <li className={styles.cell} data-drifted={drifted} tabIndex={0} aria-label={explains}>
                <b>{rows}</b>
                <span>{score}</span>
              </li>
            </Tooltip>
          ))}
          <i className={styles.here} style={{ left: `${strip.here}%` }} aria-hidden />
        </ol>
      )}
      <p className={styles.sentence}>{column.sensitivity.sentence}</p>
    </div>
  );
}
