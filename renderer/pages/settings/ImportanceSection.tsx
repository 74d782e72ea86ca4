import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { MiddleText } from '../../components/MiddleText.tsx';
import { CommittedNumber } from './CommittedText.tsx';
import { Section } from './Section.tsx';
import styles from './Settings.module.css';
import type { SectionProps } from './sectionProps.ts';
import { useColumnNames } from './useColumnNames.ts';

/** How much columns matter to the model, where a person knows it better than an estimate. */
export function ImportanceSection({ settings, change }: SectionProps) {
  const { importances } = settings;
  const columns = Object.keys(importances);
  const names = useColumnNames().filter((name) => !columns.includes(name));
  const set = (column: string, importance: number | null): void =>
    change({ importances: importance === null ? without(importances, column) : { ...importances, [column]: importance } });
  return (
    <Section title="Importance of columns">
      <p className={styles.explains}>
        On any scale. Without any, importance is estimated from the reference where a target or a prediction is named.
      </p>
      {columns.length > 0 && (
        <table className={styles.choices}>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Importance</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <tr key={column}>
                <th scope="row">
                  <MiddleText text={column} />
                </th>
                <td>
                  <CommittedNumber
                    id={`importance ${column}`}
                    label={`Importance of ${column}`}
                    value={importances[column] ?? 0}
                    min={0}
                    commit={(importance) => set(column, importance ?? 0)}
                  />
                </td>
                <td>
                  <Tooltip label="Take this importance away">
                    <ActionIcon
                      size={24}
                      variant="subtle"
                      color="gray"
                      aria-label={`Take the importance of ${column} away`}
                      onClick={() => set(column, null)}
                    >
                      <IconX size={14} />
                    </ActionIcon>
                  </Tooltip>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <AddImportance names={names} add={(column) => set(column, 1)} />
    </Section>
  );
}

function without(importances: Readonly<Record<string, number>>, column: string): Record<string, number> {
  return Object.fromEntries(Object.entries(importances).filter(([name]) => name !== column));
}

function AddImportance({ names, add }: { readonly names: readonly string[]; readonly add: (column: string) => void }) {
  const [search, setSearch] = useState('');
  if (names.length === 0) return null;
  return (
    <Select
      aria-label="Column to give an importance"
      placeholder="Give a column an importance…"
      searchable
      value={null}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(column) => {
        if (column !== null) add(column);
        setSearch('');
      }}
      data={[...names]}
      w={320}
    />
  );
}
