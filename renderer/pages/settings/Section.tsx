import { useId, type ReactNode } from 'react';
import styles from './Settings.module.css';

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A group of fields under its name. */
export function Section({ title, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 className={styles.heading} id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}

interface FieldProps {
  readonly label: string;
  readonly explains?: string;
  readonly children: (id: string) => ReactNode;
}

/** A name to the left, its field to the right, and what it does beneath. */
export function Field({ label, explains, children }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.control}>
        {children(id)}
        {explains !== undefined && <p className={styles.explains}>{explains}</p>}
      </div>
    </div>
  );
}
