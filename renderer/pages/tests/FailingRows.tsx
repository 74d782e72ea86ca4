import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { Derivation } from '#shared/domain/settings.ts';
import type { CheckResult } from '#shared/domain/suite.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { saveRows } from '../../state/saveRows.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { PagedRows } from '../../components/PagedRows.tsx';
import styles from './Tests.module.css';

interface Props {
  readonly path: string;
  readonly derive: Derivation[];
  readonly rows: NonNullable<CheckResult['failingRows']>;
  /** Names the file that the rows are saved in. */
  readonly name: string;
}

/** The rows of current that are not in order, a page at a time, and the condition that finds them. */
export function FailingRows({ path, derive, rows: { where, count }, name }: Props) {
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
      <PagedRows derive={derive} path={path} where={where} count={count} pageSize={20} label="Rows that fail" />
    </section>
  );
}
