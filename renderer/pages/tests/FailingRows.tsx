import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { Derivation } from '#shared/domain/settings.ts';
import type { CheckResult } from '#shared/domain/suite.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { client } from '../../client/engine.ts';
import { useCall } from '../../client/useCall.ts';
import { saveRows } from '../../state/saveRows.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import styles from './Tests.module.css';

const pageSize = 20;

interface Props {
  readonly path: string;
  readonly derive: Derivation[];
  readonly rows: NonNullable<CheckResult['failingRows']>;
  /** Names the file that the rows are saved in. */
  readonly name: string;
}

/** The rows of current that are not in order, a page at a time, and the condition that finds them. */
export function FailingRows({ path, derive, rows: { where, count }, name }: Props) {
  const [offset, setOffset] = useState(0);
  const { data, error } = useCall(JSON.stringify([path, derive, where, offset]), (signal) =>
    client.datasets.page({ source: { path }, offset, limit: pageSize, derive, where }, { signal }),
  );
  const last = Math.min(offset + pageSize, count);
  return (
    <section>
      <h3 className={styles.heading}>
        The {formatCount(count)} rows that fail <CopyButton text={where} what="the condition" />
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconDownload size={12} />}
          onClick={() => void saveRows({ source: { path }, derive, where, name })}
        >
          Save as parquet
        </Button>
      </h3>
      <pre className={styles.sql} tabIndex={0}>
        {where}
      </pre>
      {error !== null && <p className={styles.quiet}>{error.message}</p>}
      {data !== null && (
        <div className={styles.rows} tabIndex={0} role="region" aria-label="Rows that fail">
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
      {count > pageSize && (
        <p className={styles.pager}>
          <Button variant="default" size="compact-xs" disabled={offset === 0} onClick={() => setOffset(offset - pageSize)}>
            Before
          </Button>
          {formatCount(offset + 1)} to {formatCount(last)}
          <Button variant="default" size="compact-xs" disabled={last >= count} onClick={() => setOffset(offset + pageSize)}>
            Next
          </Button>
        </p>
      )}
    </section>
  );
}
