import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Derivation } from '#shared/domain/settings.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { client } from '../client/engine.ts';
import { useCall } from '../client/useCall.ts';
import styles from './PagedRows.module.css';

interface Props {
  /** The data set, the columns derived in it, and the SQL condition that its rows meet. */
  readonly path: string;
  readonly derive: Derivation[];
  readonly where: string;
  /** How many rows there are; null where nobody counted them. */
  readonly count: number | null;
  readonly pageSize: number;
  /** What the rows are, for those who cannot see them. */
  readonly label: string;
}

/** Rows of a data set as they lie in its files, a page at a time. */
export function PagedRows({ path, derive, where, count, pageSize, label }: Props) {
  const [offset, setOffset] = useState(0);
  const { data, error } = useCall(JSON.stringify([path, derive, where, offset]), (signal) =>
    client.datasets.page({ source: { path }, offset, limit: pageSize, derive, where }, { signal }),
  );
  const isLast = count === null ? data === null || data.rows.length < pageSize : offset + pageSize >= count;
  const place =
    count === null
      ? `from row ${formatCount(offset + 1)}`
      : `${formatCount(offset + 1)} to ${formatCount(Math.min(offset + pageSize, count))}`;
  return (
    <>
      {error !== null && <p className={styles.quiet}>{error.message}</p>}
      {data !== null && (
        <div className={styles.rows} tabIndex={0} role="region" aria-label={label}>
          <table>
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
      {(count === null || count > pageSize) && (
        <p className={styles.pager}>
          <Button variant="default" size="compact-xs" disabled={offset === 0} onClick={() => setOffset(offset - pageSize)}>
            Before
          </Button>
          {place}
          <Button variant="default" size="compact-xs" disabled={isLast} onClick={() => setOffset(offset + pageSize)}>
            Next
          </Button>
        </p>
      )}
    </>
  );
}
