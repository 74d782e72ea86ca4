import { VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { regressionPlots } from '#shared/charts/performancePlots.ts';
import type { PerformanceSection, RegressionPerformance } from '#shared/domain/performance.ts';
import { baselineText, describePerformance, usedRowsText } from '#shared/text/describePerformance.ts';
import { metricLines } from '#shared/text/metricNames.ts';
import { useChartTheme } from '../../../components/useChartTheme.ts';
import { ClassCurves } from './ClassCurves.tsx';
import { ClassTables } from './ClassTables.tsx';
import { ErrorTables } from './ErrorTables.tsx';
import styles from './Performance.module.css';
import { Plots } from './Plots.tsx';
import { SideHeads } from './SideHeads.tsx';
import type { SectionViewProps } from './tab.ts';

/** How well the model's predictions fit what came true, on both sides. */
export function PerformanceView({ report: { performance } }: SectionViewProps) {
  return performance === null ? null : <Measured performance={performance} />;
}

function Measured({ performance }: { readonly performance: PerformanceSection }) {
  return (
    <div className={styles.view} role="region" aria-label="Model performance" tabIndex={0}>
      <div>
        <p className={styles.lead}>{describePerformance(performance)}</p>
        <p className={styles.note}>
          Task: {performance.task}, since {performance.taskReason} Rows used: {usedRowsText(performance)}.
        </p>
      </div>
      <Metrics performance={performance} />
      {performance.task === 'regression' ? (
        <>
          <RegressionPlots performance={performance} />
          <ErrorTables performance={performance} />
        </>
      ) : (
        <>
          <ClassTables performance={performance} />
          <ClassCurves performance={performance} />
        </>
      )}
    </div>
  );
}

function RegressionPlots({ performance }: { readonly performance: RegressionPerformance }) {
  const theme = useChartTheme();
  const plots = useMemo(() => regressionPlots(performance, theme), [performance, theme]);
  return <Plots plots={plots} />;
}

function Metrics({ performance }: { readonly performance: PerformanceSection }) {
  const baselines = baselineText(performance);
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="Metrics">
        <thead>
          <tr>
            <th scope="col">Metric</th>
            <SideHeads />
            <th scope="col">Change</th>
            <th scope="col">
              <VisuallyHidden>Better or worse</VisuallyHidden>
            </th>
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
      {baselines !== '' && <p className={styles.note}>{baselines}</p>}
    </div>
  );
}
