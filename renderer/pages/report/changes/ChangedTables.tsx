import { useState } from 'react';
import { Button, VisuallyHidden } from '@mantine/core';
import type { ReportChanges } from '#shared/domain/changes.ts';
import { changedMetricText, changeVerdict, missingText, stateMethod, stateText } from '#shared/text/describeChanges.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { metricName } from '#shared/text/metricNames.ts';
import { MiddleText } from '../../../components/MiddleText.tsx';
import { ToneMark } from '../../../components/ToneMark.tsx';
import styles from './Changes.module.css';

interface Props {
  readonly changes: ReportChanges;
}

const shownFirst = 60;

/** Columns with another verdict, score or share of missing values, those that matter most first. */
export function ChangedColumns({ changes }: Props) {
  const [all, setAll] = useState(false);
  const changed = changes.columns.filter(({ change }) => change !== 'same');
  const same = changes.columns.length - changed.length;
  return (
    <section>
      <h2 className={styles.heading}>Columns</h2>
      {changed.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Change</th>
              <th scope="col">Column</th>
              <th scope="col">Method</th>
              <th scope="col" className={styles.number}>
                Before
              </th>
              <th scope="col" className={styles.number}>
                After
              </th>
              <th scope="col" className={styles.number}>
                Missing
              </th>
            </tr>
          </thead>
          <tbody>
            {(all ? changed : changed.slice(0, shownFirst)).map((column) => (
              <tr key={column.column}>
                <td>
                  <ToneMark {...changeVerdict(column.change)} />
                </td>
                <th scope="row">
                  <MiddleText text={column.column} />
                </th>
                <td>{stateMethod(column)}</td>
                <td className={styles.number}>{stateText(column.before)}</td>
                <td className={styles.number}>{stateText(column.after)}</td>
                <td className={styles.number}>{missingText(column)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {changed.length > shownFirst && (
        <Button variant="subtle" size="compact-xs" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${formatCount(changed.length)}`}
        </Button>
      )}
      {same > 0 && (
        <p className={styles.quiet}>
          {formatCount(same)} {same === 1 ? 'column is' : 'columns are'} the same to the last digit.
        </p>
      )}
    </section>
  );
}

export function ChangedMetrics({ changes: { metrics } }: Props) {
  if (metrics.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>Model performance on the current data</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Metric</th>
            <th scope="col" className={styles.number}>
              Before
            </th>
            <th scope="col" className={styles.number}>
              After
            </th>
            <th scope="col">
              <VisuallyHidden>Better or worse</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {metrics.map((metric) => (
            <tr key={metric.metric}>
              <th scope="row">{metricName(metric.metric).short}</th>
              <td className={styles.number}>{changedMetricText(metric, 'before')}</td>
              <td className={styles.number}>{changedMetricText(metric, 'after')}</td>
              <td className={metric.is === 'worse' ? styles.worse : styles.quiet}>{metric.is}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const titles = { appeared: 'New findings', gone: 'Findings no longer there' } as const;

export function ChangedFindings({ changes: { findings } }: Props) {
  return (['appeared', 'gone'] as const)
    .filter((which) => findings[which].length > 0)
    .map((which) => (
      <section key={which}>
        <h2 className={styles.heading}>{titles[which]}</h2>
        <ul className={styles.list}>
          {findings[which].map(({ code, column, sentence }) => (
            <li key={`${code} ${column ?? ''}`}>
              {column !== null && <strong>{column} </strong>}
              {sentence}
            </li>
          ))}
        </ul>
      </section>
    ));
}

export function ChangedSettings({ changes: { settings } }: Props) {
  if (settings.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>Settings that differ</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Setting</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {settings.map(({ setting, before, after }) => (
            <tr key={setting}>
              <th scope="row">{setting}</th>
              <td className={styles.code}>{before}</td>
              <td className={styles.code}>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
