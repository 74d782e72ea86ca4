import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import type { ChangesFormat } from '#shared/contract/reports.ts';
import type { ReportChanges, ReportSide } from '#shared/domain/changes.ts';
import { changesCautions, changesVerdict } from '#shared/text/describeChanges.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { formatTime } from '#shared/text/formatTime.ts';
import { client } from '../../../client/engine.ts';
import { useCall } from '../../../client/useCall.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { HiddenTitle } from '../../../components/HiddenTitle.tsx';
import { MiddleText } from '../../../components/MiddleText.tsx';
import { ToneMark } from '../../../components/ToneMark.tsx';
import { exportChanges } from '../../../state/exportReport.ts';
import { changeQuery, formatRoute } from '../../../state/route.ts';
import styles from './Changes.module.css';
import { ChangedColumns, ChangedFindings, ChangedMetrics, ChangedSettings } from './ChangedTables.tsx';

interface Props {
  readonly before: string;
  readonly after: string;
}

/** Two reports of the workspace side by side: what changed from the one to the other. */
export function ChangesPage({ before, after }: Props) {
  const {
    data: changes,
    error,
    retry,
  } = useCall(`changes ${before} ${after}`, (signal) => client.reports.changes({ before, after }, { signal }));
  if (error === null && changes !== null) return <Changes changes={changes} />;
  return (
    <>
      <HiddenTitle text="Changes" />
      {error !== null && (
        <ErrorNotice error={error} doing="Comparing the reports" retry={retry}>
          <Button variant="default" onClick={() => changeQuery({ with: '' })}>
            Back to the report
          </Button>
        </ErrorNotice>
      )}
    </>
  );
}

function Changes({ changes }: { readonly changes: ReportChanges }) {
  const { tone, word } = changesVerdict(changes);
  return (
    <div className={styles.page} role="region" aria-label="What changed" tabIndex={0}>
      <header className={styles.head}>
        <div>
          <h1 className={styles.verdict}>
            <ToneMark tone={tone} word={word} size="head" />
          </h1>
          {changesCautions(changes).map((sentence) => (
            <p key={sentence} className={styles.caution}>
              {sentence}
            </p>
          ))}
        </div>
        <div className={styles.tools}>
          <Button variant="default" onClick={() => changeQuery({ with: '' })}>
            Back to the report
          </Button>
          <ExportChanges before={changes.before.id} after={changes.after.id} />
        </div>
      </header>
      <div className={styles.sides}>
        <Side label="Before" side={changes.before} />
        <Side label="After" side={changes.after} />
      </div>
      <ChangedColumns changes={changes} />
      <ChangedMetrics changes={changes} />
      <ChangedFindings changes={changes} />
      <ChangedSettings changes={changes} />
    </div>
  );
}

function Side({ label, side }: { readonly label: string; readonly side: ReportSide }) {
  const offset = -new Date(side.createdAt).getTimezoneOffset();
  return (
    <a className={styles.side} href={formatRoute({ page: 'report', id: side.id, query: {} })}>
      <span className={styles.label}>{label}</span>
      <strong>
        <MiddleText text={side.current.name} />
      </strong>
      <span className={styles.quiet}>
        {formatCount(side.current.numberOfRows)} rows against {side.reference.name}
      </span>
      <span className={styles.quiet}>
        {side.numberOfDriftedColumns} of {side.numberOfColumns} columns drifted · {formatTime(side.createdAt, offset)}
      </span>
    </a>
  );
}

const formats: readonly (readonly [ChangesFormat, string])[] = [
  ['html', 'HTML: one file that reads anywhere, offline'],
  ['md', 'Markdown, for notes and tickets'],
  ['json', 'JSON, for programs'],
];

function ExportChanges({ before, after }: Props) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={14} />} rightSection={<IconChevronDown size={14} />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map(([format, label]) => (
          <Menu.Item key={format} onClick={() => void exportChanges({ before, after }, format)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
