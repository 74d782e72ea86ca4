import { useMemo } from 'react';
import { distributionChart } from '#shared/charts/distributionChart.ts';
import type { ErrorGroup, ErrorQuantile, RegressionPerformance } from '#shared/domain/performance.ts';
import { normalText } from '#shared/text/describePerformance.ts';
import { formatCount, formatNumber } from '#shared/text/formatNumber.ts';
import { Chart } from '../../../components/Chart.tsx';
import { useChartTheme } from '../../../components/useChartTheme.ts';
import styles from './Performance.module.css';

interface Props {
  readonly performance: RegressionPerformance;
}

const sides = ['reference', 'current'] as const;
const shown = (value: number | null | undefined): string => (value === null || value === undefined ? '–' : formatNumber(value));
const names: Readonly<Record<number, string>> = { 0: 'smallest', 0.5: 'median', 1: 'largest' };
const nameOf = (share: number): string => names[share] ?? `${formatNumber(share * 100)} %`;

/** How errors are spread, and the rows that are most under- and overestimated. */
export function ErrorTables({ performance }: Props) {
  const theme = useChartTheme();
  const { errorHistogram, errorQuantiles, absoluteErrorQuantiles, spreads } = performance;
  const option = useMemo(() => (errorHistogram === null ? null : distributionChart(errorHistogram, theme)), [errorHistogram, theme]);
  const normal = normalText(performance);
  const spread = spreads.find(({ metric }) => metric === 'mae');
  return (
    <>
      {normal !== '' && <p className={styles.note}>{normal}</p>}
      {option !== null && (
        <div className={styles.wide}>
          <h2 className={styles.heading}>Error (prediction − target), in shares of the rows</h2>
          <Chart option={option} height={240} alternative="Distribution of the error, prediction − target, on both sides." />
        </div>
      )}
      <Quantiles title="Quantiles of the error" quantiles={errorQuantiles} />
      {absoluteErrorQuantiles.length > 0 && (
        <Quantiles title="Quantiles of the size of the error" quantiles={absoluteErrorQuantiles}>
          {spread === undefined ? '' : `Its standard deviation: ${shown(spread.reference)} on the reference, ${shown(spread.current)} now.`}
        </Quantiles>
      )}
      <Groups performance={performance} />
    </>
  );
}

interface QuantilesProps {
  readonly title: string;
  readonly quantiles: readonly ErrorQuantile[];
  readonly children?: string;
}

function Quantiles({ title, quantiles, children = '' }: QuantilesProps) {
  return (
    <div className={styles.scroll}>
      <h2 className={styles.heading}>{title}</h2>
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">Side</th>
            {quantiles.map(({ share }) => (
              <th key={share} scope="col">
                {nameOf(share)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sides.map((side) => (
            <tr key={side}>
              <th scope="row" className={styles[side]}>
                {side}
              </th>
              {quantiles.map((quantile) => (
                <td key={quantile.share}>{shown(quantile[side])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {children !== '' && <p className={styles.note}>{children}</p>}
    </div>
  );
}

const groups = [
  ['underestimated', 'Lowest 5 % of the errors'],
  ['majority', 'Between'],
  ['overestimated', 'Highest 5 % of the errors'],
] as const;

function Groups({ performance: { errorGroups, zeroTargets } }: Props) {
  const groupOf = (side: (typeof sides)[number], name: ErrorGroup['group']): ErrorGroup | undefined =>
    errorGroups[side].find(({ group }) => group === name);
  const zeros = (zeroTargets.reference ?? 0) + (zeroTargets.current ?? 0);
  return (
    <div className={styles.scroll}>
      <h2 className={styles.heading}>Rows that are most under- and overestimated</h2>
      <table className={styles.table} aria-label="Under- and overestimated rows">
        <thead>
          <tr>
            <th scope="col">Rows with the</th>
            {sides.map((side) => (
              <th key={side} scope="col" className={styles[side]}>
                Mean error, {side}
              </th>
            ))}
            {sides.map((side) => (
              <th key={side} scope="col" className={styles[side]}>
                Standard deviation, {side}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(([group, title]) => (
            <tr key={group}>
              <th scope="row">{title}</th>
              {sides.map((side) => (
                <td key={side}>{shown(groupOf(side, group)?.meanError)}</td>
              ))}
              {sides.map((side) => (
                <td key={side}>{shown(groupOf(side, group)?.standardDeviation)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {zeros > 0 && (
        <p className={styles.note}>
          {formatCount(zeroTargets.reference ?? 0)} reference and {formatCount(zeroTargets.current ?? 0)} current rows have a target of 0;
          the percentage error leaves them out.
        </p>
      )}
    </div>
  );
}
