import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

interface Props {
  readonly title: string;
  readonly text: string;
  /** The buttons that fill the emptiness. */
  readonly children?: ReactNode;
}

/** A place with nothing in it yet: what belongs there, and the way to put it there. */
export function EmptyState({ title, text, children }: Props) {
  return (
    <section className={styles.empty}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </section>
  );
}
