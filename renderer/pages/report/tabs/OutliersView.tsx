import { VisuallyHidden } from '@mantine/core';
import { describeOutliers } from '#shared/text/describeQuality.ts';
import { formatNumber } from '#shared/text/formatNumber.ts';
import { outlierLines } from '#shared/text/outlierLines.ts';
import { CopyButton } from '../../../components/CopyButton.tsx';
import styles from './Performance.module.css';
import { sideHeads, sideNames } from './sideNames.ts';
import type { SectionViewProps } from './tab.ts';

/** Values far from the middle of the reference, by column; those with most in current first. */
export function OutliersView({ report: { outliers, exact }, open }: SectionViewProps) {
  if (outliers === null) return null;
  const lines = outlierLines(outliers, exact ? '' : '≈ ');
  return (
    <div className={styles.view} role="region" aria-label="Outliers" tabIndex={0}>
      <p className={styles.lead}>{describeOutliers(outliers)}</p>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label="Outliers by column">
          <thead>
            <tr>
              <td />
              <th scope="colgroup" colSpan={4}>
                Beyond the quartiles by {formatNumber(outliers.iqrFactor)} × their distance
              </th>
              <th scope="colgroup" colSpan={3}>
                Beyond the mean by {formatNumber(outliers.zLimit)} standard deviations
              </th>
              <td />
            </tr>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Fences</th>
              <SideHeads />
              <SideHeads />
              <th scope="col">
                <VisuallyHidden>SQL</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ column, fences, iqr, zScore, sql }) => (
              <tr key={column}>
                <th scope="row">
                  <button type="button" className={styles.link} onClick={() => open(column)}>
                    {column}
                  </button>
                </th>
                <td>{fences}</td>
                {[iqr, zScore].flatMap(({ reference, current, change }, i) => [
                  <td key={`${i} reference`}>{reference}</td>,
                  <td key={`${i} current`}>{current}</td>,
                  <td key={`${i} change`} className={styles.quiet}>
                    {change}
                  </td>,
                ])}
                <td>{sql !== null && <CopyButton text={sql} what={`the SQL of the outliers of ${column}`} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={styles.note}>Fences are those of the reference, applied to both sides; shares are of the finite values.</p>
      </div>
    </div>
  );
}

function SideHeads() {
  return (
    <>
      {sideNames.map((side) => (
        <th key={side} scope="col" className={styles[side]}>
          {sideHeads[side]}
        </th>
      ))}
      <th scope="col">Change</th>
    </>
  );
}
