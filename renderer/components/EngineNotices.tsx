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
  const gaveUp = restarted && notice?.error.code === 'E_ENGINE_GONE' ? notice : null;
  const dismiss = (): void => {
    noticeRestart(false);
    if (gaveUp !== null) clearNotice();
  };
  return (
    <>
      {restarted && (
        <section className={styles.restarted} role="status">
          <IconRefreshAlert size={18} aria-hidden />
          <p>
            <strong>The engine stopped and was started again.</strong>{' '}
            {gaveUp === null ? 'What was running was given up' : `${gaveUp.doing} was given up`}; nothing saved was lost.
          </p>
          {gaveUp?.retry != null && (
            <Button variant="default" onClick={gaveUp.retry}>
              Retry
            </Button>
          )}
          <Button variant="subtle" color="gray" onClick={dismiss}>
            Dismiss
          </Button>
        </section>
      )}
      {startError !== null && <ErrorNotice error={startError} doing="Opening the workspace" retry={() => void start()} />}
      {notice !== null && gaveUp === null && (
        <ErrorNotice error={notice.error} doing={notice.doing} retry={notice.retry} dismiss={clearNotice}>
          <WayOut error={notice.error} />
        </ErrorNotice>
      )}
    </>
  );
}
