import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { saveExplanation, type Explanation } from '../../../state/saveExplanation.ts';
import styles from '../registry/Registry.module.css';
import type { Made } from './useMade.ts';

interface Props<T> {
  readonly made: Made<T>;
  readonly doing: string;
  readonly title: string;
  readonly text: string;
  /** What the button says that makes it. */
  readonly action?: string;
  readonly children: (found: T) => ReactNode;
}

/** An explanation that can be saved, or the button that makes it. */
export function Explained<T extends Explanation>({ made, doing, title, text, action = 'Explain', children }: Props<T>) {
  const { found, error, busy, make } = made;
  if (error !== null) return <ErrorNotice error={error} doing={doing} retry={make} />;
  if (found !== null) {
    return (
      <div className={styles.pad}>
        <div className={styles.saveLine}>
          <Button variant="default" onClick={() => void saveExplanation(found)}>
            Save as HTML…
          </Button>
        </div>
        {children(found)}
      </div>
    );
  }
  return (
    <EmptyState title={title} text={text}>
      <Button loading={busy} onClick={make}>
        {action}
      </Button>
    </EmptyState>
  );
}

interface TableProps {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The numbers of a picture. */
export function NumbersTable({ label, heads, rows }: TableProps) {
  return (
    <details>
      <summary className={styles.quiet}>The numbers</summary>
      <div className={styles.tableFrame} role="group" aria-label={label} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {heads.map((head, index) => (
                <th key={head} scope="col" className={index === 0 ? undefined : styles.right}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name = '', ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, index) => (
                  <td key={heads[index + 1] ?? index} className={styles.right}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
