import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { dismissToast, useToasts } from '../state/toasts.ts';
import styles from './Toaster.module.css';

/** Passing messages, with the way back where there is one. */
export function Toaster() {
  const toasts = useToasts();
  return (
    <section className={styles.stack} aria-live="polite" aria-label="Messages">
      {toasts.map(({ key, text, tone, action }) => (
        <div key={key} className={styles.toast} data-tone={tone}>
          <span className={styles.text}>{text}</span>
          {action !== null && (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => {
                action.run();
                dismissToast(key);
              }}
            >
              {action.label}
            </Button>
          )}
          <ActionIcon size={20} variant="subtle" color="gray" aria-label="Dismiss the message" onClick={() => dismissToast(key)}>
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
    </section>
  );
}
