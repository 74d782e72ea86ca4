import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import styles from '../registry/Registry.module.css';
import type { Made } from './useMade.ts';

interface Props<T> {
  readonly made: Made<T>;
  readonly doing: string;
  readonly title: string;
  readonly text: string;
  readonly children: (found: T) => ReactNode;
}

/** An explanation, or the button that makes it. */
export function Explained<T>({ made: { found, error, busy, make }, doing, title, text, children }: Props<T>) {
  if (error !== null) return <ErrorNotice error={error} doing={doing} retry={make} />;
  if (found !== null) return <div className={styles.pad}>{children(found)}</div>;
  return (
    <EmptyState title={title} text={text}>
      <Button loading={busy} onClick={make}>
        Explain
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
