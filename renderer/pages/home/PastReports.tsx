import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { RunSummary } from '#shared/domain/report.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { formatTime } from '#shared/text/formatTime.ts';
import { MiddleText } from '../../components/MiddleText.tsx';
import { ToneMark } from '../../components/ToneMark.tsx';
import { formatRoute } from '../../state/route.ts';
import { removeRun } from '../../state/runs.ts';
import { useWorkbench } from '../../state/workbench.ts';
import styles from './Home.module.css';
import { runVerdict } from './runVerdict.ts';

const shownFirst = 8;

/** The reports of this workspace, each with its verdict. */
export function PastReports() {
  const runs = useWorkbench((state) => state.runs);
  const [all, setAll] = useState(false);
  if (runs === null || runs.length === 0) return null;
  return (
    <section aria-labelledby="past-reports">
      <h2 className={styles.sectionTitle} id="past-reports">
        Reports
      </h2>
      <ul className={styles.list}>
        {(all ? runs : runs.slice(0, shownFirst)).map((run) => (
          <RunLine key={run.id} run={run} />
        ))}
      </ul>
      {runs.length > shownFirst && (
        <Button variant="subtle" size="compact-xs" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${formatCount(runs.length)}`}
        </Button>
      )}
    </section>
  );
}

function RunLine({ run }: { readonly run: RunSummary }) {
  const { tone, word } = runVerdict(run);
  const offset = -new Date(run.createdAt).getTimezoneOffset();
  return (
    <li className={styles.line}>
      <a className={styles.lineLink} href={formatRoute({ page: 'report', id: run.id, query: {} })}>
        <span className={styles.lineVerdict}>
          <ToneMark tone={tone} word={word} />
        </span>
        <span className={styles.pairNames}>
          <MiddleText text={run.reference.name} />
          <span className={styles.rows}>{formatCount(run.reference.numberOfRows)}</span>
          <span aria-label="against">→</span>
          <MiddleText text={run.current.name} />
          <span className={styles.rows}>{formatCount(run.current.numberOfRows)}</span>
        </span>
        <time className={styles.when} dateTime={run.createdAt} title={formatTime(run.createdAt)}>
          {formatTime(run.createdAt, offset)}
        </time>
      </a>
      <Tooltip label="Remove (can be undone)">
        <ActionIcon
          size={24}
          variant="subtle"
          color="gray"
          aria-label={`Remove the report ${run.reference.name} → ${run.current.name}`}
          onClick={() => void removeRun(run)}
        >
          <IconTrash size={14} />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}
