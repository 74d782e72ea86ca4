import { ActionIcon, Button, NativeSelect, Select, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { MiddleText } from '../../components/MiddleText.tsx';
import { chosenColumns, chosenKinds, withColumn, type ColumnChoice } from '../../state/columnChoices.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { CommittedNumber } from './CommittedText.tsx';
import { Section } from './Section.tsx';
import styles from './Settings.module.css';
import type { SectionProps } from './sectionProps.ts';
import { useColumnNames } from './useColumnNames.ts';

/** Kind, method and threshold of single columns. */
export function ColumnChoices({ settings, change }: SectionProps) {
  const [added, setAdded] = useState<readonly string[]>([]);
  const columns = [...new Set([...chosenColumns(settings), ...added])];
  const names = useColumnNames().filter((name) => !columns.includes(name));
  const set = (column: string, choice: ColumnChoice): void => change(withColumn(settings, column, choice));
  const remove = (column: string): void => {
    setAdded(added.filter((name) => name !== column));
    set(column, { kind: null, method: null, threshold: null });
  };
  return (
    <Section title="Single columns">
      {columns.length > 0 && (
        <table className={styles.choices}>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Kind</th>
              <th scope="col">Method</th>
              <th scope="col">Threshold</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <ChoiceRow key={column} column={column} settings={settings} set={set} remove={remove} />
            ))}
          </tbody>
        </table>
      )}
      <AddColumn names={names} add={(column) => setAdded([...added, column])} />
    </Section>
  );
}

interface RowProps extends Pick<SectionProps, 'settings'> {
  readonly column: string;
  readonly set: (column: string, choice: ColumnChoice) => void;
  readonly remove: (column: string) => void;
}

function ChoiceRow({ column, settings, set, remove }: RowProps) {
  const methods = useWorkbench((state) => state.methods);
  const { kinds, drift } = settings;
  return (
    <tr>
      <th scope="row">
        <MiddleText text={column} />
      </th>
      <td>
        <NativeSelect
          aria-label={`Kind of ${column}`}
          value={kinds[column] ?? ''}
          onChange={({ currentTarget }) => set(column, { kind: chosenKinds.find((kind) => kind === currentTarget.value) ?? null })}
          data={[{ value: '', label: 'By the rule' }, ...chosenKinds]}
        />
      </td>
      <td>
        <NativeSelect
          aria-label={`Method for ${column}`}
          value={drift.methods[column] ?? ''}
          onChange={({ currentTarget }) => set(column, { method: currentTarget.value === '' ? null : currentTarget.value })}
          data={[{ value: '', label: 'As for all columns' }, ...methods.map(({ id, label }) => ({ value: id, label }))]}
        />
      </td>
      <td>
        <CommittedNumber
          id={`threshold ${column}`}
          label={`Threshold for ${column}`}
          value={drift.thresholds[column] ?? null}
          min={0}
          placeholder="As for all"
          commit={(threshold) => set(column, { threshold })}
        />
      </td>
      <td>
        <Tooltip label="As for all columns">
          <ActionIcon size={24} variant="subtle" color="gray" aria-label={`Treat ${column} as all columns`} onClick={() => remove(column)}>
            <IconX size={14} />
          </ActionIcon>
        </Tooltip>
      </td>
    </tr>
  );
}

function AddColumn({ names, add }: { readonly names: readonly string[]; readonly add: (column: string) => void }) {
  const [column, setColumn] = useState<string | null>(null);
  if (names.length === 0) return <p className={styles.explains}>Choose data to pick columns here, or open a column of a report.</p>;
  return (
    <div className={styles.add}>
      <Select
        aria-label="Column to treat by itself"
        placeholder="Column…"
        searchable
        value={column}
        onChange={setColumn}
        data={[...names]}
        w={320}
      />
      <Button
        variant="default"
        disabled={column === null}
        onClick={() => {
          if (column !== null) add(column);
          setColumn(null);
        }}
      >
        Treat this column by itself
      </Button>
    </div>
  );
}
