import { Button } from '@mantine/core';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { AppError } from '#shared/errors/AppError.ts';
import styles from './ErrorNotice.module.css';

interface Props {
  readonly error: AppError;
  /** What was being done. */
  readonly doing?: string;
  readonly retry?: (() => void) | null;
  readonly dismiss?: () => void;
  readonly children?: ReactNode;
}

/** What happened, to which file or column, what to do about it, and the button that does it. */
export function ErrorNotice({ error, doing, retry, dismiss, children }: Props) {
  const { title, wayOut } = error.entry;
  return (
    <section className={styles.notice} role="alert">
      <IconAlertTriangleFilled size={18} className={styles.icon} aria-hidden />
      <div className={styles.words}>
        <h2 className={styles.title}>{doing === undefined ? title : `${doing}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`}</h2>
        <p className={styles.message}>{error.message}</p>
        <p>
          {wayOut} <code className={styles.code}>{error.code}</code>
        </p>
      </div>
      <div className={styles.actions}>
        {children}
        {retry != null && (
          <Button variant="default" onClick={retry}>
            Retry
          </Button>
        )}
        {dismiss !== undefined && (
          <Button variant="subtle" color="gray" onClick={dismiss}>
            Dismiss
          </Button>
        )}
      </div>
    </section>
  );
}
