import { VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { calibrationPlot, estimatePlots } from '#shared/charts/estimatePlots.ts';
import type { ClassificationEstimate, EstimatedPerformance, RegressionEstimate } from '#shared/domain/estimatedPerformance.ts';
import { describeEstimate, estimateAssumptions, estimateLines, estimateRowsText, tellingFeatures } from '#shared/text/describeEstimate.ts';
import { formatCount, formatNumber, formatShare } from '#shared/text/formatNumber.ts';
import { useChartTheme } from '../../../components/useChartTheme.ts';
import { EstimatedClasses } from './EstimatedClasses.tsx';
import styles from './Performance.module.css';
import { Plots } from './Plots.tsx';
import { SideHeads } from './SideHeads.tsx';
import type { SectionViewProps } from './tab.ts';

/** How well the model probably does on current, estimated without its labels. */
export function EstimatedPerformanceView({ report }: SectionViewProps) {
  const { estimatedPerformance } = report;
  return estimatedPerformance === null ? null : <Estimate section={estimatedPerformance} />;
}

interface Props {
  readonly section: EstimatedPerformance;
}

function Estimate({ section }: Props) {
  const theme = useChartTheme();
  const plots = useMemo(
    () => [...estimatePlots(section, theme), ...(section.task === 'classification' ? calibrationPlot(section, theme) : [])],
    [section, theme],
  );
  return (
    <div className={styles.view} role="region" aria-label="Estimated performance" tabIndex={0}>
      <div>
        <p className={styles.lead}>{describeEstimate(section)}</p>
        <p className={styles.note}>Rows: {estimateRowsText(section)}.</p>
      </div>
      <Metrics section={section} />
      <div>
        <Plots plots={plots} />
        <p className={styles.note}>
          Rings: what labels said, an arrow where that is off the scale. Full dots with their band: estimated without labels. Dotted lines:
          between them is what is usual in the reference.
        </p>
      </div>
      {section.task === 'regression' && <ErrorSegments section={section} />}
      {section.task === 'classification' &&
        (section.classes.length > 0 ? <EstimatedClasses section={section} /> : <Matrix section={section} />)}
      <div>
        <h2 className={styles.heading}>What the estimate takes for granted</h2>
        {estimateAssumptions(section).map((sentence) => (
          <p key={sentence} className={styles.note}>
            {sentence}
          </p>
        ))}
      </div>
    </div>
  );
}

function Metrics({ section }: Props) {
  const withLabels = section.rows.current.labelled > 0;
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="Estimated metrics">
        <thead>
          <tr>
            <th scope="col">Metric</th>
            <SideHeads current="Estimated, current" />
            <th scope="col">Band</th>
            {withLabels && (
              <th scope="col" className={styles.current}>
                Realised, current
              </th>
            )}
            <th scope="col">Usual</th>
            <th scope="col">
              <VisuallyHidden>Against what is usual</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {estimateLines(section).map((line) => (
            <tr key={line.id}>
              <th scope="row">{line.label}</th>
              <td>{line.reference}</td>
              <td>{line.estimated}</td>
              <td>{line.band}</td>
              {withLabels && <td>{line.realised}</td>}
              <td className={styles.quiet}>{line.usual}</td>
              <td className={line.is === 'worse' ? styles.worse : styles.quiet}>{line.verdict}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ErrorSegments({ section }: { readonly section: RegressionEstimate }) {
  const share = (rows: number, all: number): string => formatShare(all === 0 ? 0 : rows / all);
  const ordered = section.segments.toSorted((a, b) => (b.meanAbsoluteError ?? 0) - (a.meanAbsoluteError ?? 0));
  return (
    <div className={styles.scroll}>
      <p className={styles.lead}>{tellingFeatures(section)}</p>
      {ordered.length > 0 && (
        <table className={styles.table} aria-label="Where the model is how far off">
          <thead>
            <tr>
              <th scope="col">Rows where</th>
              <SideHeads reference="Share of reference" current="Share of current" />
              <th scope="col">Mean absolute error, reference</th>
            </tr>
          </thead>
          <tbody>
            {ordered.map(({ where, reference, current, meanAbsoluteError }) => (
              <tr key={where}>
                <th scope="row">{where}</th>
                <td>{share(reference, section.rows.reference.used)}</td>
                <td>{share(current, section.rows.current.used)}</td>
                <td>{meanAbsoluteError === null ? '–' : formatNumber(meanAbsoluteError)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Matrix({ section }: { readonly section: ClassificationEstimate }) {
  const withLabels = section.rows.current.labelled > 0;
  const span = (low: number | null, high: number | null): string =>
    low === null || high === null ? '–' : `${formatCount(low)} to ${formatCount(high)}`;
  return (
    <div className={styles.scroll}>
      <h2 className={styles.heading}>Rows by what they are and what is predicted; positive is {section.positiveLabel}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Cell</th>
            <SideHeads current="Estimated, current" />
            <th scope="col">Band</th>
            {withLabels && <th scope="col">Realised, current</th>}
          </tr>
        </thead>
        <tbody>
          {section.matrix.map(({ cell, reference, estimated, low, high, realised }) => (
            <tr key={cell}>
              <th scope="row">{cell.replace('-', ' ')}</th>
              <td>{formatCount(reference)}</td>
              <td>{formatCount(estimated)}</td>
              <td>{span(low, high)}</td>
              {withLabels && <td>{realised === null ? '–' : formatCount(realised)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
