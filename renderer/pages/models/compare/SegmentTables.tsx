import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ModelComparison } from '#shared/domain/modelComparison.ts';
import type { Segment, SegmentSide } from '#shared/domain/performanceBySegment.ts';
import { absenceWords } from '#shared/text/absenceReasons.ts';
import { modelTitle } from '#shared/text/describeModelComparison.ts';
import { formatCount, formatNumber } from '#shared/text/formatNumber.ts';
import { metricName } from '#shared/text/metricNames.ts';
import { MiddleText } from '../../../components/MiddleText.tsx';
import styles from '../registry/Registry.module.css';

/** One metric of both models, segment by segment. */
export function SegmentTables({ found }: { readonly found: ModelComparison }) {
  const metrics = found.segments?.overall.current?.metrics.map(({ metric }) => metric) ?? [];
  const [wanted, setWanted] = useState<string | null>(null);
  const metric = metrics.find((each) => each === wanted) ?? metrics[0];
  const columns = found.segments?.columns ?? [];
  if (found.segments === null || metric === undefined || columns.length === 0) return null;
  return (
    <section aria-label="By segment">
      <div className={styles.holder}>
        <h2 className={styles.heading}>By segment</h2>
        <NativeSelect
          aria-label="Metric of the segments"
          value={metric}
          onChange={(event) => setWanted(event.currentTarget.value)}
          data={metrics.map((value) => ({ value, label: metricName(value).short }))}
        />
      </div>
      <p className={styles.quiet}>
        {`In brackets the interval of each model alone. Segments of fewer than ${formatCount(found.segments.minimumRows)} rows have no metrics.`}
      </p>
      <div className={styles.tableFrame} role="group" aria-label={`${metricName(metric).short} by segment`} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Segment</th>
              {['Rows', modelTitle(found.champion), modelTitle(found.challenger), 'Difference'].map((head) => (
                <th key={head} scope="col" className={styles.right}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {columns.flatMap(({ column, segments }) =>
              segments.map((segment) => (
                <SegmentRow key={`${column} ${segment.label}`} column={column} segment={segment} metric={metric} />
              )),
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function cellOf(side: SegmentSide | null, metric: string): { value: number | null; text: string } {
  const found = side?.metrics.find((each) => each.metric === metric);
  const value = found?.value ?? null;
  if (value === null) {
    const [reason] = Object.values(found?.reasons ?? {});
    return { value, text: reason === undefined ? '–' : absenceWords[reason] };
  }
  const interval = found?.interval ?? null;
  const range = interval === null ? '' : ` (${formatNumber(interval[0])} to ${formatNumber(interval[1])})`;
  return { value, text: `${formatNumber(value)}${range}` };
}

function SegmentRow({ column, segment, metric }: { readonly column: string; readonly segment: Segment; readonly metric: string }) {
  const champion = cellOf(segment.reference, metric);
  const challenger = cellOf(segment.current, metric);
  const difference = champion.value === null || challenger.value === null ? null : challenger.value - champion.value;
  return (
    <tr>
      <td>
        <span className={styles.limited}>
          <MiddleText text={column} />
        </span>
      </td>
      <th scope="row">
        <span className={styles.limited}>
          <MiddleText text={segment.label} />
        </span>
      </th>
      <td className={styles.right}>{formatCount(segment.current?.rows ?? segment.reference?.rows ?? 0)}</td>
      <td className={styles.right}>{champion.text}</td>
      <td className={styles.right}>{challenger.text}</td>
      <td className={styles.right}>{difference === null ? '–' : formatNumber(difference)}</td>
    </tr>
  );
}
