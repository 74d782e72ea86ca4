import { Button } from '@mantine/core';
import { IconRefreshAlert } from '@tabler/icons-react';
import { clearNotice, noticeRestart, useNotice, useRestarted } from '../state/notices.ts';
import { start } from '../state/start.ts';
import { useWorkbench } from '../state/workbench.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import styles from './EngineNotices.module.css';
import { WayOut } from './WayOut.tsx';

/** Failures that are the whole window's business, above whichever page is on view. */
export function EngineNotices() {
  const notice = useNotice();
  const restarted = useRestarted();
  const startError = useWorkbench((state) => state.startError);
  return (
    <>
      {restarted && (
        <section className={styles.restarted} role="status">
          <IconRefreshAlert size={18} aria-hidden />
          <p>
            <strong>The engine stopped and was started again.</strong> What was running was given up; nothing saved was lost.
          </p>
          <Button variant="subtle" color="gray" onClick={() => noticeRestart(false)}>
            Dismiss
          </Button>
        </section>
      )}
      {startError !== null && <ErrorNotice error={startError} doing="Opening the workspace" retry={() => void start()} />}
      {notice !== null && (
        <ErrorNotice error={notice.error} doing={notice.doing} retry={notice.retry} dismiss={clearNotice}>
          <WayOut error={notice.error} />
        </ErrorNotice>
      )}
    </>
  );
}
