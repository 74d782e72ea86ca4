import { describeDataSummary } from '#shared/text/describeQuality.ts';
import { summaryLines } from '#shared/text/summaryLines.ts';
import { CopyButton } from '../../../components/CopyButton.tsx';
import styles from './Performance.module.css';
import quality from './Quality.module.css';
import type { SectionViewProps } from './tab.ts';

/** What both sides are as a whole: rows, kinds, gaps, constants, and what is there twice. */
export function DataSummaryView({ report }: SectionViewProps) {
  const { dataSummary, exact } = report;
  if (dataSummary === null) return null;
  const lines = summaryLines(dataSummary, exact ? '' : '≈ ');
  return (
    <div className={styles.view} role="region" aria-label="Data summary" tabIndex={0}>
      <p className={styles.lead}>{describeDataSummary(dataSummary)}</p>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label="Data summary">
          <thead>
            <tr>
              <td />
              <th scope="col" className={`${styles.reference} ${quality.text}`}>
                Reference
              </th>
              <th scope="col" className={`${styles.current} ${quality.text}`}>
                Current
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ id, label, reference, current, nothing }) => (
              <tr key={id} className={nothing ? styles.quiet : undefined}>
                <th scope="row">{label}</th>
                <td className={quality.wrap}>{reference}</td>
                <td className={quality.wrap}>{current}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {dataSummary.current.duplicatedRows > 0 && (
        <span className={quality.sql}>
          SQL of the current rows that are there twice <CopyButton text={dataSummary.current.duplicatedRowsSql} what="the SQL" />
        </span>
      )}
    </div>
  );
}
