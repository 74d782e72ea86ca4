import { useMemo } from 'react';
import { distributionChart } from '#shared/charts/distributionChart.ts';
import { probabilityPlots, regressionPlots, type TitledPlot } from '#shared/charts/performancePlots.ts';
import type { PerformanceSection, RegressionPerformance } from '#shared/domain/performance.ts';
import { describePerformance, usedRowsText } from '#shared/text/describePerformance.ts';
import { formatNumber } from '#shared/text/formatNumber.ts';
import { metricLines } from '#shared/text/metricNames.ts';
import { Chart } from '../../../components/Chart.tsx';
import { Plot } from '../../../components/Plot.tsx';
import { useChartTheme } from '../../../components/useChartTheme.ts';
import { ClassTables } from './ClassTables.tsx';
import styles from './Performance.module.css';
import type { SectionViewProps } from './tab.ts';

/** How well the model's predictions fit what came true, on both sides. */
export function PerformanceView({ report: { performance } }: SectionViewProps) {
  return performance === null ? null : <Measured performance={performance} />;
}

function Measured({ performance }: { readonly performance: PerformanceSection }) {
  const theme = useChartTheme();
  const plots = useMemo(
    () => (performance.task === 'regression' ? regressionPlots(performance, theme) : probabilityPlots(performance, theme)),
    [performance, theme],
  );
  return (
    <div className={styles.view} role="region" aria-label="Model performance" tabIndex={0}>
      <div>
        <p className={styles.lead}>{describePerformance(performance)}</p>
        <p className={styles.note}>
          Task: {performance.task}, since {performance.taskReason} Rows used: {usedRowsText(performance)}.
        </p>
      </div>
      <Metrics performance={performance} />
      {plots.length > 0 && <Plots plots={plots} />}
      {performance.task === 'regression' ? <Errors performance={performance} /> : <ClassTables performance={performance} />}
    </div>
  );
}

function Metrics({ performance }: { readonly performance: PerformanceSection }) {
  const known = new Map(performance.baselines.flatMap(({ predicts, value }) => (value === null ? [] : [[predicts, value] as const])));
  const words = [...known].map(([predicts, value]) => `${predicts} (${typeof value === 'number' ? formatNumber(value) : value})`);
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="Metrics">
        <thead>
          <tr>
            <th scope="col">Metric</th>
            <th scope="col" className={styles.reference}>
              Reference
            </th>
            <th scope="col" className={styles.current}>
              Current
            </th>
            <th scope="col">Change</th>
            <th scope="col" aria-label="Better or worse" />
            <th scope="col">Baseline, current</th>
          </tr>
        </thead>
        <tbody>
          {metricLines(performance).map((line) => (
            <tr key={line.id}>
              <th scope="row">{line.label}</th>
              <td>{line.reference}</td>
              <td>{line.current}</td>
              <td>{line.change}</td>
              <td className={line.is === 'worse' ? styles.worse : styles.quiet}>{line.is === 'same' ? '' : line.is}</td>
              <td className={styles.quiet} title={line.predicts}>
                {line.baseline}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {words.length > 0 && <p className={styles.note}>Baselines predict the same for every row: {words.join('; ')}.</p>}
    </div>
  );
}

function Plots({ plots }: { readonly plots: readonly TitledPlot[] }) {
  return (
    <div className={styles.plots}>
      {plots.map(({ id, title, svg }) => (
        <figure key={id}>
          <h3 className={styles.heading}>{title}</h3>
          <Plot svg={svg} />
        </figure>
      ))}
    </div>
  );
}

const shown = (value: number | null): string => (value === null ? '–' : formatNumber(value));

function Errors({ performance }: { readonly performance: RegressionPerformance }) {
  const theme = useChartTheme();
  const { errorHistogram, errorQuantiles } = performance;
  const option = useMemo(() => (errorHistogram === null ? null : distributionChart(errorHistogram, theme)), [errorHistogram, theme]);
  return (
    <>
      {option !== null && (
        <div className={styles.wide}>
          <h3 className={styles.heading}>Error (prediction − target), in shares of the rows</h3>
          <Chart option={option} height={240} alternative="Distribution of the error, prediction − target, on both sides." />
        </div>
      )}
      <div className={styles.scroll}>
        <h3 className={styles.heading}>Quantiles of the error</h3>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Side</th>
              {errorQuantiles.map(({ share }) => (
                <th key={share} scope="col">
                  {share === 0.5 ? 'median' : `${formatNumber(share * 100)} %`}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(['reference', 'current'] as const).map((side) => (
              <tr key={side}>
                <th scope="row" className={styles[side]}>
                  {side}
                </th>
                {errorQuantiles.map((quantile) => (
                  <td key={quantile.share}>{shown(quantile[side])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
