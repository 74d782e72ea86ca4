import { Button } from '@mantine/core';
import type { Progress } from '#shared/domain/progress.ts';
import { formatShare } from '#shared/text/formatNumber.ts';
import styles from './Models.module.css';

interface Props {
  /** What runs, for those who cannot see the bar. */
  readonly label: string;
  readonly progress: Progress;
  readonly cancel: () => void;
}

/** How far a job is, what it does now, and the button that stops it. */
export function RunningLine({ label, progress: { share, message }, cancel }: Props) {
  return (
    <div className={styles.form}>
      <div className={styles.progress}>
        <span
          className={styles.track}
          data-unknown={share === null}
          role="progressbar"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        >
          <span className={styles.fill} style={{ width: share === null ? undefined : `${share * 100}%` }} />
        </span>
        <span className={styles.quiet}>{share === null ? '' : formatShare(Math.round(share * 100) / 100).replace('.0', '')}</span>
      </div>
      <div className={styles.withCopy}>
        <span className={styles.soft}>{message === '' ? 'Starting…' : message}</span>
        <span className={styles.spring} />
        <Button variant="default" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
