import { Button, TagsInput } from '@mantine/core';
import { guessClasses, guessProbabilityColumns } from '../../state/guessClasses.ts';
import { CommittedText } from './CommittedText.tsx';
import { Field } from './Section.tsx';
import styles from './Settings.module.css';
import type { SectionProps } from './sectionProps.ts';
import { useColumnNames } from './useColumnNames.ts';

/** Which columns hold the probability of which class. */
export function ProbabilityColumns({ settings, change }: SectionProps) {
  const names = useColumnNames();
  const { probabilities } = settings.roles;
  const entries = Object.entries(probabilities);
  const set = (next: readonly (readonly [string, string])[]): void =>
    change({ roles: { ...settings.roles, probabilities: Object.fromEntries(next) } });
  const take = (columns: readonly string[]): void => {
    const known = new Map(entries.map(([label, column]) => [column, label]));
    const guessed = guessClasses(columns);
    set(columns.map((column) => [known.get(column) ?? guessed.get(column) ?? column, column]));
  };
  const rename = (column: string, label: string): void => {
    if (label !== '') set(entries.map((entry) => (entry[1] === column ? [label, column] : entry)));
  };
  const proposed = entries.length === 0 ? guessProbabilityColumns(names) : [];
  return (
    <Field
      label="Probabilities"
      explains="The column with the probability of each class; the highest one predicts where no prediction is named."
    >
      {(id) => (
        <>
          <TagsInput id={id} value={entries.map(([, column]) => column)} data={names} onChange={take} splitChars={[]} />
          {proposed.length > 0 && (
            <Button variant="default" size="compact-sm" mt={4} onClick={() => take(proposed)}>
              Take {proposed.join(', ')}
            </Button>
          )}
          {entries.length > 0 && <Classes entries={entries} rename={rename} />}
        </>
      )}
    </Field>
  );
}

interface ClassesProps {
  readonly entries: readonly (readonly [string, string])[];
  readonly rename: (column: string, label: string) => void;
}

function Classes({ entries, rename }: ClassesProps) {
  return (
    <table className={styles.choices}>
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">Class</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(([label, column]) => (
          <tr key={column}>
            <th scope="row">
              <label htmlFor={`class of ${column}`}>{column}</label>
            </th>
            <td>
              <CommittedText id={`class of ${column}`} value={label} commit={(next) => rename(column, next)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
