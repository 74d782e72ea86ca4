import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DriftReport } from '#shared/domain/report.ts';
import type { WeakSegment } from '#shared/domain/weakSegments.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { client } from '../../../client/engine.ts';
import { useCall } from '../../../client/useCall.ts';
import styles from './Relations.module.css';

const pageSize = 10;

interface Props {
  readonly report: DriftReport;
  readonly segment: WeakSegment;
}

/** The rows of a segment as they lie in the current data, a page at a time. */
export function SegmentRows({ report: { current, settings }, segment }: Props) {
  const [offset, setOffset] = useState(0);
  const where = settings.where === null ? segment.where : `(${settings.where}\n) and ${segment.where}`;
  const { data, error } = useCall(JSON.stringify([current.path, settings.derive, where, offset]), (signal) =>
    client.datasets.page({ source: { path: current.path }, offset, limit: pageSize, derive: settings.derive, where }, { signal }),
  );
  const isLast = data === null || data.rows.length < pageSize;
  return (
    <div className={styles.rows}>
      <p className={styles.note}>
        Rows of the current data where <code>{segment.where}</code>
      </p>
      {error !== null && <p className={styles.note}>{error.message}</p>}
      {data !== null && (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label="Rows of the segment">
          <table className={styles.table}>
            <thead>
              <tr>
                {data.columns.map(({ column }) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row, index) => (
                <tr key={offset + index}>
                  {row.map((cell, at) => (
                    <td key={data.columns[at]?.column ?? at}>{cell ?? <span className={styles.quiet}>null</span>}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className={styles.pager}>
        <Button variant="default" size="compact-xs" disabled={offset === 0} onClick={() => setOffset(offset - pageSize)}>
          Before
        </Button>
        from row {formatCount(offset + 1)}
        <Button variant="default" size="compact-xs" disabled={isLast} onClick={() => setOffset(offset + pageSize)}>
          Next
        </Button>
      </p>
    </div>
  );
}
