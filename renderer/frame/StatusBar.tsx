import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { formatBytes, formatDuration, formatShare } from '#shared/text/formatNumber.ts';
import { cancelJob, timeLeftMs, useJobs, type Job } from '../state/jobs.ts';
import { useEngineStatus } from '../state/engineStatus.ts';
import styles from './StatusBar.module.css';

/** What is running, how long it will take, and how the engine is. */
export function StatusBar() {
  const jobs = useJobs();
  return (
    <footer className={styles.bar}>
      <div className={styles.jobs} role="status" aria-live="polite" aria-label="Running work">
        {jobs.length === 0 ? <span className={styles.quiet}>Ready</span> : jobs.map((job) => <JobLine key={job.key} job={job} />)}
      </div>
      <EngineStatus />
    </footer>
  );
}

function JobLine({ job }: { readonly job: Job }) {
  const now = useNow(250);
  const { share, message } = job.progress;
  const left = timeLeftMs(job, now);
  return (
    <div className={styles.job}>
      <span className={styles.title}>{job.cancelling ? 'Cancelling' : job.title}</span>
      <span className={styles.message}>{message}</span>
      <span
        className={styles.track}
        data-unknown={share === null}
        role="progressbar"
        aria-label={job.title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      >
        <span className={styles.fill} style={{ width: share === null ? undefined : `${share * 100}%` }} />
      </span>
      <span className={styles.figures} aria-hidden>
        {share !== null && formatShare(Math.round(share * 100) / 100).replace('.0', '')}
        {left !== null && ` · ${formatDuration(left)} left`}
      </span>
      <Tooltip
        label={
          <>
            Cancel <kbd>Esc</kbd>
          </>
        }
      >
        <ActionIcon size={20} variant="subtle" color="gray" aria-label={`Cancel: ${job.title}`} onClick={() => cancelJob(job.key)}>
          <IconX size={14} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

function EngineStatus() {
  const status = useEngineStatus();
  if (status.state === 'asking') return <span className={styles.engine}>Engine starting…</span>;
  if (status.state === 'silent') {
    return (
      <span className={styles.engine} data-tone="broken">
        ▲ The engine does not answer
      </span>
    );
  }
  const { residentBytes, version, database, processId } = status.answer;
  return (
    <Tooltip label={`Driftglass ${version}, ${database}, process ${processId}`} position="top-end">
      <span className={styles.engine} tabIndex={0}>
        Engine ok · {formatBytes(residentBytes)}
      </span>
    </Tooltip>
  );
}
