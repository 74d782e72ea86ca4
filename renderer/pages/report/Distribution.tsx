import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { columnChart } from '#shared/charts/columnChart.ts';
import type { Histogram } from '#shared/domain/profile.ts';
import type { ColumnReport } from '#shared/domain/report.ts';
import { formatCount, formatNumber, formatShare } from '#shared/text/formatNumber.ts';
import { formatTime } from '#shared/text/formatTime.ts';
import { Chart } from '../../components/Chart.tsx';
import { useChartTheme } from '../../components/useChartTheme.ts';
import styles from './Inspector.module.css';

/** Both distributions over each other, as a picture or as a table of the same numbers. */
export function Distribution({ column }: { readonly column: ColumnReport }) {
  const [form, setForm] = useState('picture');
  const theme = useChartTheme();
  const chart = useMemo(() => columnChart(column, theme), [column, theme]);
  if (chart === null || column.histogram === null) return null;
  return (
    <section>
      <div className={styles.bar}>
        <h3 className={styles.heading}>Distribution, in shares</h3>
        <SegmentedControl
          aria-label="Form of the distribution"
          value={form}
          onChange={setForm}
          data={[
            { value: 'picture', label: 'Picture' },
            { value: 'table', label: 'Table' },
          ]}
        />
      </div>
      {form === 'picture' ? (
        <Chart
          option={chart.option}
          height={chart.height}
          alternative={`Distributions of ${column.column} in both data sets. ${column.sentence}`}
        />
      ) : (
        <HistogramTable histogram={column.histogram} isTime={column.kind === 'datetime'} />
      )}
    </section>
  );
}

interface Line {
  readonly label: string;
  readonly reference: number;
  readonly current: number;
}

function linesOf(histogram: Histogram, isTime: boolean): Line[] {
  if (histogram.kind === 'categories') {
    const { categories, other } = histogram;
    const lines = categories.map(({ value, reference, current }) => ({ label: value === '' ? '(empty)' : value, reference, current }));
    return other.categories === 0 ? lines : [...lines, { label: `${formatCount(other.categories)} others`, ...other }];
  }
  const at = (value: number | undefined): string =>
    isTime ? formatTime(new Date(value ?? 0).toISOString()).replace(' UTC', '') : formatNumber(value ?? 0);
  return histogram.reference.map((reference, i) => ({
    label: `${at(histogram.edges[i])} to ${at(histogram.edges[i + 1])}`,
    reference,
    current: histogram.current[i] ?? 0,
  }));
}

function HistogramTable({ histogram, isTime }: { readonly histogram: Histogram; readonly isTime: boolean }) {
  const lines = linesOf(histogram, isTime);
  const n = lines.reduce((sum, { reference }) => sum + reference, 0);
  const m = lines.reduce((sum, { current }) => sum + current, 0);
  const share = (count: number, of: number): string => (of === 0 ? '–' : formatShare(count / of));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{histogram.kind === 'categories' ? 'Value' : 'From … to'}</th>
          <th scope="col">Reference</th>
          <th scope="col">Current</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, reference, current }, index) => (
          <tr key={`${index} ${label}`}>
            <th scope="row">{label}</th>
            <td title={formatCount(reference)}>{share(reference, n)}</td>
            <td title={formatCount(current)}>{share(current, m)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
