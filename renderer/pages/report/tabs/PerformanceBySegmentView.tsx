import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { segmentPlot } from '#shared/charts/segmentPlots.ts';
import type { PerformanceBySegment, Segment, SegmentSide, Segmentation } from '#shared/domain/performanceBySegment.ts';
import { describeSegmentation, segmentMetrics, segmentNote, segmentText } from '#shared/text/describeSegments.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { metricName } from '#shared/text/metricNames.ts';
import { MiddleText } from '../../../components/MiddleText.tsx';
import { Plot } from '../../../components/Plot.tsx';
import { useChartTheme } from '../../../components/useChartTheme.ts';
import styles from './Performance.module.css';
import { SideHeads } from './SideHeads.tsx';
import type { SectionViewProps } from './tab.ts';

const sides = ['reference', 'current'] as const;

/** Where the model does well and where it does not. */
export function PerformanceBySegmentView({ report }: SectionViewProps) {
  const { performanceBySegment } = report;
  return performanceBySegment === null ? null : <Segments section={performanceBySegment} />;
}

function Segments({ section }: { readonly section: PerformanceBySegment }) {
  const metrics = segmentMetrics(section);
  const [chosen, choose] = useState<string | null>(null);
  const metric = metrics.find((each) => each === chosen) ?? metrics[0] ?? '';
  return (
    <div className={styles.view} role="region" aria-label="Performance by segment" tabIndex={0}>
      <div>
        {section.columns.map((each) => (
          <p key={each.column} className={styles.lead}>
            {describeSegmentation(section, each)}
          </p>
        ))}
        <p className={styles.note}>{segmentNote(section)}</p>
      </div>
      {section.columns.length > 0 && (
        <NativeSelect
          label="Metric"
          maw={280}
          value={metric}
          onChange={(event) => choose(event.currentTarget.value)}
          data={metrics.map((id) => ({ value: id, label: metricName(id).short }))}
        />
      )}
      {section.columns.map((each) => (
        <Column key={each.column} section={section} cut={each} metric={metric} />
      ))}
      <Overall section={section} metrics={metrics} />
    </div>
  );
}

interface ColumnProps {
  readonly section: PerformanceBySegment;
  readonly cut: Segmentation;
  readonly metric: string;
}

function Column({ section, cut, metric }: ColumnProps) {
  const theme = useChartTheme();
  const svg = useMemo(() => segmentPlot(section, { segments: cut.segments, metric }, theme), [section, cut, metric, theme]);
  return (
    <div>
      <h2 className={styles.heading}>
        {metricName(metric).short} by {cut.column}
      </h2>
      <div className={styles.beside}>
        <div className={styles.scroll}>
          <table className={styles.table} aria-label={`${metricName(metric).short} by ${cut.column}`}>
            <thead>
              <tr>
                <th scope="col">Segment</th>
                <th scope="col">Rows, reference</th>
                <th scope="col">Rows, current</th>
                <SideHeads />
              </tr>
            </thead>
            <tbody>
              {[section.overall, ...cut.segments].map((segment) => (
                <Row key={segment.label} segment={segment} metric={metric} />
              ))}
            </tbody>
          </table>
        </div>
        <figure className={styles.segments}>
          <Plot svg={svg} />
        </figure>
      </div>
    </div>
  );
}

function Row({ segment, metric }: { readonly segment: Segment; readonly metric: string }) {
  return (
    <tr>
      <th scope="row">
        <MiddleText text={segment.label} />
      </th>
      {sides.map((side) => (
        <td key={side} className={styles.quiet}>
          {segment[side] === null ? '–' : formatCount(segment[side].rows)}
        </td>
      ))}
      {sides.map((side) => (
        <Value key={side} side={segment[side]} metric={metric} />
      ))}
    </tr>
  );
}

function Value({ side, metric }: { readonly side: SegmentSide | null; readonly metric: string }) {
  const { value, interval } = segmentText(side, metric);
  return (
    <td>
      {value}
      {interval !== '' && <span className={styles.interval}>{interval}</span>}
    </td>
  );
}

function Overall({ section, metrics }: { readonly section: PerformanceBySegment; readonly metrics: readonly string[] }) {
  return (
    <div className={styles.scroll}>
      <h2 className={styles.heading}>Every metric over all rows</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Metric</th>
            <SideHeads />
          </tr>
        </thead>
        <tbody>
          {metrics.map((metric) => (
            <tr key={metric}>
              <th scope="row">{metricName(metric).short}</th>
              {sides.map((side) => (
                <Value key={side} side={section.overall[side]} metric={metric} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
